//! Cancelling a task by dropping its handle.

use std::cell::{Cell, RefCell};
use std::generator::{EventLoop, Future, Generator, JoinHandle, State, Timer, from_fn};
use std::rc::Rc;
use std::time::Duration;

use super::{Bomb, Log, counted, message, never, turn, turns};

#[test]
fn dropping_the_handle_drops_the_task() {
    fn task(log: Log) => impl Future<EventLoop, Return = ()> {
        let _dropped = log.drops("task");
        await never::<()>();
    }

    fn root(log: Log) => impl Future<EventLoop, Return = ()> {
        let task = (ref executor).spawn(task(log.clone()));
        await turn();
        drop(task);
        log.push("cancelled");
        await turn();
        log.push("root");
    }

    let log = Log::default();
    let mut event_loop = EventLoop::new();
    event_loop.run(root(log.clone()));
    assert_eq!(log.take(), ["cancelled", "task dropped", "root"]);
    assert_eq!(format!("{event_loop:?}"), "EventLoop { tasks: 0, timers: 0, .. }");
}

#[test]
fn a_task_that_is_cancelled_is_resumed_no_more() {
    fn root(resumptions: Rc<Cell<u32>>) => impl Future<EventLoop, Return = ()> {
        let task = (ref executor).spawn(counted(turns(100), resumptions));
        await turns(3);
        drop(task);
        await turns(10);
    }

    let resumptions = Rc::new(Cell::new(0));
    EventLoop::new().run(root(resumptions.clone()));
    assert_eq!(resumptions.get(), 3);
}

#[test]
fn a_task_that_is_cancelled_at_once_never_runs() {
    let log = Log::default();
    let dropped = log.drops("argument");
    let resumptions = Rc::new(Cell::new(0));
    let mut event_loop = EventLoop::new();
    let task = turn().map_return(move |()| drop(dropped));
    drop(event_loop.spawn(counted(task, resumptions.clone())));
    event_loop.run(turn());
    assert_eq!((log.take(), resumptions.get()), (vec!["argument dropped".to_string()], 0));
}

#[test]
fn a_sleeping_task_is_cancelled() {
    fn sleeps(log: Log) => impl Future<EventLoop, Return = ()> {
        let _dropped = log.drops("sleeper");
        await EventLoop::sleep(Duration::from_secs(3600));
    }

    fn root(log: Log) => impl Future<EventLoop, Return = ()> {
        let task = (ref executor).spawn(sleeps(log));
        await turns(2);
        drop(task);
        await turns(2);
    }

    let log = Log::default();
    EventLoop::new().run(root(log.clone()));
    assert_eq!(log.take(), ["sleeper dropped"]);
}

#[test]
fn cancelling_a_task_cancels_what_it_waits_for() {
    fn task(depth: u32, log: Log) => impl Future<EventLoop, Return = ()> {
        let _dropped = log.drops(depth);
        match depth {
            0 => await never::<()>(),
            _ => {
                let inner = (ref executor).spawn(task(depth - 1, log.clone()));
                (await inner).unwrap();
            }
        }
    }

    fn root(log: Log) => impl Future<EventLoop, Return = ()> {
        let task = (ref executor).spawn(task(3, log));
        await turns(5);
        drop(task);
        await turns(5);
    }

    let log = Log::default();
    EventLoop::new().run(root(log.clone()));
    assert_eq!(log.take(), ["3 dropped", "2 dropped", "1 dropped", "0 dropped"]);
}

/// Where a task finds its own handle.
type Own<T> = Rc<RefCell<Option<JoinHandle<T>>>>;

#[test]
fn a_task_may_cancel_itself() {
    fn task(own: Own<()>, log: Log) => impl Future<EventLoop, Return = ()> {
        let _dropped = log.drops("task");
        drop(own.take());
        log.push("goes on to its next suspend point");
        await turn();
        log.push("and not beyond");
    }

    let own = Own::default();
    let log = Log::default();
    let mut event_loop = EventLoop::new();
    *own.borrow_mut() = Some(event_loop.spawn(task(own.clone(), log.clone())));
    event_loop.run(turns(5));
    assert_eq!(log.take(), ["goes on to its next suspend point", "task dropped"]);
}

#[test]
fn a_task_may_cancel_itself_and_end() {
    fn task(own: Own<Bomb>) => impl Future<EventLoop, Return = Bomb> {
        drop(own.take());
        Bomb("nobody waits for this")
    }

    let own = Own::default();
    let mut event_loop = EventLoop::new();
    *own.borrow_mut() = Some(event_loop.spawn(task(own.clone())));
    event_loop.run(turns(5));
    assert_eq!(format!("{event_loop:?}"), "EventLoop { tasks: 0, timers: 0, .. }");
}

#[test]
fn a_task_may_await_itself() {
    // In vain, like anything that waits for itself; but it can be cancelled from outside.
    fn task(own: Own<()>, log: Log) => impl Future<EventLoop, Return = ()> {
        let _dropped = log.drops("task");
        await from_fn(move |event_loop: &mut EventLoop| {
            let mut own = own.borrow_mut();
            own.as_mut().unwrap().step(event_loop).map_complete(Result::unwrap)
        });
    }

    let own = Own::default();
    let log = Log::default();
    let mut event_loop = EventLoop::new();
    *own.borrow_mut() = Some(event_loop.spawn(task(own.clone(), log.clone())));
    event_loop.run(turns(5));
    assert!(log.take().is_empty());
    drop(own.take());
    event_loop.run(turns(5));
    assert_eq!(log.take(), ["task dropped"]);
}

#[test]
fn tasks_that_hold_the_handles_of_one_another() {
    fn task(name: &'static str, other: Own<()>, log: Log) => impl Future<EventLoop, Return = ()> {
        let _dropped = log.drops(name);
        await turn();
        if name == "first" {
            return drop(other.take());
        }
        await never::<()>();
    }

    let (first, second) = (Own::default(), Own::default());
    let log = Log::default();
    let mut event_loop = EventLoop::new();
    let of_first = event_loop.spawn(task("first", second.clone(), log.clone()));
    let of_second = event_loop.spawn(task("second", first.clone(), log.clone()));
    *second.borrow_mut() = Some(of_second);
    *first.borrow_mut() = Some(of_first);
    event_loop.run(turns(5));
    assert_eq!(log.take(), ["first dropped", "second dropped"]);
}

#[test]
fn a_panicking_destructor_stays_with_the_task_that_is_cancelled() {
    fn task() => impl Future<EventLoop, Return = ()> {
        let _bomb = Bomb("cancelled");
        await never::<()>();
    }

    fn root(log: Log) => impl Future<EventLoop, Return = ()> {
        let task = (ref executor).spawn(task());
        let other = (ref executor).spawn(turns(4));
        await turn();
        drop(task);
        (await other).unwrap();
        log.push("others go on");
    }

    let log = Log::default();
    EventLoop::new().run(root(log.clone()));
    assert_eq!(log.take(), ["others go on"]);
}

#[test]
fn a_task_that_panics_cancels_what_it_spawned() {
    fn parent(log: Log) => impl Future<EventLoop, Return = ()> {
        let dropped = log.drops("child");
        let _child = (ref executor).spawn(never::<()>().map_return(move |()| drop(dropped)));
        await turn();
        panic!("parent");
    }

    let log = Log::default();
    let mut event_loop = EventLoop::new();
    let parent = event_loop.spawn(parent(log.clone()));
    let error = event_loop.run(parent).unwrap_err();
    assert_eq!(message(error.into_panic()), "parent");
    event_loop.run(turn());
    assert_eq!(log.take(), ["child dropped"]);
}

#[test]
fn wakers_of_a_task_that_is_cancelled_do_nothing() {
    fn root() => impl Future<EventLoop, Return = ()> {
        let waker = Rc::new(Cell::new(None));
        let noted = waker.clone();
        let task = (ref executor).spawn(from_fn(move |event_loop: &mut EventLoop| {
            noted.set(Some(event_loop.waker()));
            State::<!, (), ()>::Blocked(())
        }));
        await turn();
        drop(task);
        let waker = waker.take().unwrap();
        waker.wake_by_ref();
        await turn();
        waker.wake_by_ref();
        await turn();
        waker.wake();
    }

    EventLoop::new().run(root());
}
