//@ run-pass
//@ edition: 2024
//@ needs-unwind

// Iterators and futures by hand that keep to no rule, among generators: they go on after their end,
// lie about their size, panic, panic again when they are dropped.

#![feature(native_generators)]

use std::cell::Cell;
use std::future::Future;
use std::generator::{
    self, EventLoop, Executor, Generator, IntoBox, State, Task, from_iter, join, select,
};
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook};
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// What is there, and what there was.
#[derive(Default)]
struct Log {
    alive: Cell<isize>,
    dropped: Cell<u32>,
}

#[derive(Clone)]
struct Hostile {
    log: Rc<Log>,
    at: u32,
    panics_at: u32,
    panics_when_dropped: bool,
}

impl Hostile {
    fn new(log: &Rc<Log>, panics_at: u32, panics_when_dropped: bool) -> Hostile {
        log.alive.set(log.alive.get() + 1);
        Hostile { log: log.clone(), at: 0, panics_at, panics_when_dropped }
    }

    fn tick(&mut self) -> u32 {
        self.at += 1;
        assert_ne!(self.at, self.panics_at, "as asked for");
        self.at
    }
}

impl Drop for Hostile {
    fn drop(&mut self) {
        self.log.alive.set(self.log.alive.get() - 1);
        self.log.dropped.set(self.log.dropped.get() + 1);
        if self.panics_when_dropped && !std::thread::panicking() {
            panic!("when dropped");
        }
    }
}

/// Says `None` each third time, and promises everything.
impl Iterator for Hostile {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        let n = self.tick();
        (n % 3 != 0).then(|| n.to_string())
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (7, Some(0))
    }
}

/// Is ready each third time. (Its output is a mere number: what a function was about to return when
/// a destructor panicked is leaked by rustc, in generators as elsewhere.)
struct HostileFuture(Hostile);

impl Future for HostileFuture {
    type Output = u32;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<u32> {
        context.waker().wake_by_ref();
        let n = self.0.tick();
        if n % 3 == 0 { Poll::Ready(n) } else { Poll::Pending }
    }
}

fn items(inner: Hostile) => impl Iterator<Item = String> {
    yield.. inner;
    yield String::from("end");
}

fn each<E: Executor>(inner: Hostile) => impl generator::Future<E, Return = Vec<String>> {
    let mut all = vec![];
    await for item in from_iter(inner) {
        all = [all, vec![item]].concat();
    }
    all
}

fn awaits(inner: HostileFuture) => impl Future<Output = u32> {
    let held = String::from("held");
    await inner + held.len() as u32
}

fn awaits_in_place(inner: HostileFuture) => static impl Future<Output = u32> {
    let held = String::from("held");
    let lent = &held;
    await inner + lent.len() as u32
}

fn catch<R>(f: impl FnOnce() -> R) {
    _ = catch_unwind(AssertUnwindSafe(|| drop(f())));
}

fn poll_often<F: Future>(future: F) {
    catch(|| {
        let mut future = pin!(future);
        for _ in 0..8 {
            let poll = || future.as_mut().poll(&mut Context::from_waker(Waker::noop()));
            catch(poll);
        }
    });
}

fn iterate_often<I: Iterator>(mut iter: I) {
    catch(move || {
        for _ in 0..8 {
            catch(|| iter.next());
        }
    });
}

fn all(hostile: impl Fn() -> Hostile) {
    let future = || HostileFuture(hostile());
    iterate_often(items(hostile()));
    iterate_often(hostile().map_yield(|s| s + "!").iter());
    iterate_often(hostile().into_box().into_iter());
    catch(|| items(hostile()).collect::<Vec<_>>());
    catch(|| hostile().iter().collect::<Vec<_>>());
    catch(|| generator::run(each(hostile())));
    catch(|| generator::run(join((each(hostile()), each(hostile())))));

    poll_often(awaits(future()));
    poll_often(awaits_in_place(future()));
    poll_often(future().into_core());
    poll_often(join::<Task, _>((future(), future())).into_core());
    poll_often(join::<Task, _>(vec![future(), future(), future()]).into_core());
    poll_often(join::<Task, _>([future(), future()]).into_core());
    poll_often(select(future(), future()).into_core());
    poll_often(Generator::<Task>::map_return(future(), |n| n + 1).into_core());
    catch(|| generator::block_on(future()));

    catch(|| {
        let mut event_loop = EventLoop::new();
        let tasks: Vec<_> =
            (0..3).map(|_| event_loop.spawn(EventLoop::adopt(future()))).collect();
        let mut turns = 0;
        event_loop.run(generator::from_fn(|event_loop: &mut EventLoop| {
            turns += 1;
            event_loop.waker().wake();
            if turns < 5 { State::Blocked(()) } else { State::Complete(()) }
        }));
        drop(tasks);
        catch(|| event_loop.run(EventLoop::adopt(future())));
    });
}

fn main() {
    set_hook(Box::new(|_| {}));
    for panics_at in 0..5 {
        for panics_when_dropped in [false, true] {
            let log = Rc::<Log>::default();
            all(|| Hostile::new(&log, panics_at, panics_when_dropped));
            assert_eq!(log.alive.get(), 0, "{panics_at} {panics_when_dropped}");
            assert_eq!(Rc::strong_count(&log), 1);
            assert!(log.dropped.get() > 20);
        }
    }
}
