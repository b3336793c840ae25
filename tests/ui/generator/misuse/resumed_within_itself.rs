//@ run-pass
//@ edition: 2024
//@ needs-unwind

// A frame that comes by itself while it runs, by way of a cell, a lock or a waker, finds the way
// barred or the place empty. It is the same as if any other value had been lent twice.

#![feature(native_generators)]

use std::cell::{Cell, RefCell};
use std::generator::{Boxed, EventLoop, Future, Generator, IntoBox, State, from_fn, join};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::rc::Rc;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Wake, Waker};

type Frame = Boxed<'static, (), u32, ()>;

/// What `f` panics with.
fn message<R>(f: impl FnOnce() -> R) -> String {
    let Err(payload) = catch_unwind(AssertUnwindSafe(f)) else { panic!("did not panic") };
    match payload.downcast::<String>() {
        Ok(message) => *message,
        Err(payload) => payload.downcast_ref::<&'static str>().unwrap().to_string(),
    }
}

fn through_a_ref_cell() {
    fn body(own: Rc<RefCell<Option<Frame>>>) => impl Generator<Yield = u32, Return = ()> {
        yield 1;
        own.borrow_mut().as_mut().unwrap().step(&mut ());
        yield 2;
    }

    let own = Rc::new(RefCell::new(None));
    *own.borrow_mut() = Some(body(own.clone()).into_box());
    assert_eq!(own.borrow_mut().as_mut().unwrap().step(&mut ()), State::Yielded(1));
    let resume = || own.borrow_mut().as_mut().unwrap().step(&mut ());
    assert!(message(resume).contains("already"));
    assert_eq!(message(resume), "generator resumed after panicking");
    own.take();
    assert_eq!(Rc::strong_count(&own), 1);
}

fn taken_from_a_cell() {
    fn body(own: Rc<Cell<Option<Frame>>>) => impl Generator<Yield = u32, Return = ()> {
        assert!(own.take().is_none());
        yield 1;
        own.set(Some(body(own.clone()).into_box()));
        yield 2;
        own.take();
    }

    let own = Rc::new(Cell::new(None));
    own.set(Some(body(own.clone()).into_box()));
    let mut frame = own.take().unwrap();
    assert_eq!(frame.step(&mut ()), State::Yielded(1));
    assert_eq!(frame.step(&mut ()), State::Yielded(2));
    assert_eq!(frame.step(&mut ()), State::Complete(()));
    drop(frame);
    assert_eq!(Rc::strong_count(&own), 1);
}

/// The frame drops the box that it will be put back to.
fn dropped_by_itself() {
    fn body(own: Rc<RefCell<Vec<Frame>>>) => impl Generator<Yield = u32, Return = ()> {
        let held = String::from("held");
        yield 1;
        own.borrow_mut().clear();
        yield held.len() as u32;
    }

    let own = Rc::new(RefCell::new(Vec::new()));
    own.borrow_mut().push(body(own.clone()).into_box());
    own.borrow_mut().push(body(own.clone()).into_box());
    let mut frame = own.borrow_mut().pop().unwrap();
    assert_eq!(frame.step(&mut ()), State::Yielded(1));
    assert_eq!(frame.step(&mut ()), State::Yielded(4));
    assert!(own.borrow().is_empty());
}

type Polled = Pin<Box<dyn core::future::Future<Output = u32> + Send>>;

struct ResumesWhenWoken {
    future: Mutex<Option<Polled>>,
    woken: Mutex<u32>,
}

impl Wake for ResumesWhenWoken {
    fn wake(self: Arc<Self>) {
        *self.woken.lock().unwrap() += 1;
        if let Ok(mut future) = self.future.try_lock() {
            let waker = Waker::from(self.clone());
            _ = future.as_mut().unwrap().as_mut().poll(&mut Context::from_waker(&waker));
        }
    }
}

fn by_a_waker() {
    fn body() => impl core::future::Future<Output = u32> + Send {
        for _ in 0..3 {
            (ref executor).waker().wake();
            let mut is_blocked = true;
            await std::future::poll_fn(move |_| match std::mem::take(&mut is_blocked) {
                true => Poll::Pending,
                false => Poll::Ready(()),
            });
        }
        7
    }

    let woken = Arc::new(ResumesWhenWoken {
        future: Mutex::new(Some(Box::pin(body()))),
        woken: Mutex::new(0),
    });
    let waker = Waker::from(woken.clone());
    let mut polls = 0;
    loop {
        polls += 1;
        let mut future = woken.future.lock().unwrap();
        let future = future.as_mut().unwrap().as_mut();
        if let Poll::Ready(n) = future.poll(&mut Context::from_waker(&waker)) {
            assert_eq!((n, polls, *woken.woken.lock().unwrap()), (7, 4, 3));
            break;
        }
    }
    woken.future.lock().unwrap().take();
}

/// A join one of whose futures resumes the join.
fn joined_with_itself() {
    type Joins = Boxed<'static, (), std::convert::Infallible, ()>;

    fn body(own: Rc<RefCell<Option<Joins>>>) => impl Future<Return = ()> {
        own.borrow_mut().as_mut().unwrap().step(&mut ());
    }

    let own = Rc::new(RefCell::new(None));
    let all = join((body(own.clone()), body(own.clone())));
    let all = all.map_return(|_| ()).map_yield(|never| match never {});
    *own.borrow_mut() = Some(all.into_box());
    let resume = || own.borrow_mut().as_mut().unwrap().step(&mut ());
    assert!(message(resume).contains("already"));
    own.take();
}

/// A task that awaits its own handle waits for ever, and goes with its loop.
fn awaiting_its_own_handle() {
    let handle = Rc::new(RefCell::new(None));
    let dropped = Rc::new(());

    fn task(
        own: Rc<RefCell<Option<std::generator::JoinHandle<()>>>>,
        _dropped: Rc<()>,
    ) => impl Future<EventLoop, Return = ()> {
        let own = own.take().unwrap();
        (await own).unwrap();
    }

    let mut event_loop = EventLoop::new();
    *handle.borrow_mut() = Some(event_loop.spawn(task(handle.clone(), dropped.clone())));
    let mut turns = 0;
    event_loop.run(from_fn(|event_loop: &mut EventLoop| {
        turns += 1;
        event_loop.waker().wake();
        if turns < 5 { State::Blocked(()) } else { State::Complete(()) }
    }));
    assert_eq!(Rc::strong_count(&dropped), 2);
    drop(event_loop);
    assert_eq!(Rc::strong_count(&dropped), 1);
}

fn main() {
    through_a_ref_cell();
    taken_from_a_cell();
    dropped_by_itself();
    by_a_waker();
    joined_with_itself();
    awaiting_its_own_handle();
}
