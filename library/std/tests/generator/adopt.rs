//! Futures of `core::future` in tasks of an event loop.

use std::cell::Cell;
use std::future::{pending, poll_fn, ready};
use std::generator::{self, EventLoop, Future, Selected, State, Task, from_fn};
use std::marker::PhantomPinned;
use std::pin::pin;
use std::rc::Rc;
use std::sync::mpsc;
use std::task::{Poll, Waker};
use std::thread;

use super::{Log, counted, turn};

/// A future that is pending once, and wakes its task.
fn core_turn() => impl std::future::Future<Output = ()> {
    let mut is_over = false;
    await poll_fn(move |context| {
        if is_over {
            return Poll::Ready(());
        }
        is_over = true;
        context.waker().wake_by_ref();
        Poll::Pending
    })
}

#[test]
fn futures_of_all_kinds() {
    fn native() => impl std::future::Future<Output = u32> {
        await core_turn();
        3
    }

    fn root() => impl Future<EventLoop, Return = u32> {
        let boxed: std::pin::Pin<Box<dyn std::future::Future<Output = u32>>> =
            Box::pin(async { native().await + 1 });
        await EventLoop::adopt(ready(1))
            + await EventLoop::adopt(native())
            + await EventLoop::adopt(boxed)
    }

    assert_eq!(EventLoop::new().run(root()), 8);
}

#[test]
fn futures_that_must_be_pinned() {
    async fn sum(n: u32) -> u32 {
        let numbers = [n, n + 1];
        let borrowed = &numbers;
        core_turn().await;
        let _pinned = PhantomPinned;
        core_turn().await;
        borrowed.iter().sum()
    }

    fn root() => static impl Future<EventLoop, Return = u32> {
        let task = (ref executor).spawn(EventLoop::adopt(sum(10)));
        await EventLoop::adopt(sum(1)) + (await task).unwrap()
    }

    assert_eq!(EventLoop::new().run(root()), 24);
    assert_eq!(EventLoop::new().run(EventLoop::adopt(sum(2))), 5);
}

#[test]
fn the_waker_is_that_of_the_task() {
    fn root() => impl Future<EventLoop, Return = bool> {
        let mine = (ref executor).waker();
        await EventLoop::adopt(poll_fn(move |context| {
            Poll::Ready(context.waker().will_wake(&mine))
        }))
    }

    let mut event_loop = EventLoop::new();
    assert!(event_loop.run(root()));
    let task = event_loop.spawn(root());
    assert!(event_loop.run(task).unwrap());
}

#[test]
fn a_waker_called_elsewhere() {
    let (sender, receiver) = mpsc::channel::<Waker>();
    let woken = Rc::new(Cell::new(false));
    let noted = woken.clone();
    let future = poll_fn(move |context| {
        if noted.replace(true) {
            return Poll::Ready("woken");
        }
        sender.send(context.waker().clone()).unwrap();
        Poll::Pending
    });
    let thread = thread::spawn(move || receiver.recv().unwrap().wake());
    let resumptions = Rc::new(Cell::new(0));
    let future = counted(EventLoop::adopt(future), resumptions.clone());
    assert_eq!(EventLoop::new().run(future), "woken");
    assert_eq!(resumptions.get(), 2);
    thread.join().unwrap();
}

#[test]
fn a_pending_future_is_dropped_with_its_task() {
    let log = Log::default();
    let mut event_loop = EventLoop::new();
    let dropped = log.drops("pending");
    let task = event_loop.spawn(EventLoop::adopt(async move {
        let _dropped = dropped;
        pending::<()>().await
    }));
    event_loop.run(turn());
    event_loop.run(turn());
    drop(task);
    assert!(log.take().is_empty());
    event_loop.run(turn());
    assert_eq!(log.take(), ["pending dropped"]);
}

#[test]
fn adopted_futures_join_and_race() {
    fn root() => impl Future<EventLoop, Return = u32> {
        let both = (EventLoop::adopt(core_turn()), EventLoop::adopt(ready(4)));
        let ((), four) = await generator::join(both);
        let race = generator::select(EventLoop::adopt(pending::<()>()), turn());
        match await race {
            Selected::First(..) => 0,
            Selected::Second(_pending, ()) => four,
        }
    }

    assert_eq!(EventLoop::new().run(root()), 4);
}

#[test]
fn a_loop_inside_a_future_of_core() {
    let outer = pin!(from_fn(|_: &mut Task| {
        let answer = EventLoop::new().run(EventLoop::adopt(async { 6 }));
        State::Complete(answer * 7)
    }));
    assert_eq!(generator::block_on(generator::ByMut::from(outer)), 42);
}

#[test]
fn adopted_futures_print() {
    assert_eq!(format!("{:?}", EventLoop::adopt(ready(1))), "Adopted { future: Ready(Some(1)) }");
}
