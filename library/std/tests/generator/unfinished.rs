//! Dropping a loop with tasks in it that have not ended.

use std::cell::{Cell, RefCell};
use std::generator::{EventLoop, Future, Generator, JoinHandle, State, Timer, from_fn};
use std::rc::Rc;
use std::task::Waker;
use std::time::Duration;

use super::{Log, never, turn, turns};

fn holds(name: &'static str, log: Log) => impl Future<EventLoop, Return = ()> {
    let _dropped = log.drops(name);
    await never::<()>();
}

#[test]
fn tasks_are_dropped_in_the_order_of_their_spawning() {
    let names = ["a", "b", "c", "d", "e", "f", "g", "h"];
    let log = Log::default();
    let mut event_loop = EventLoop::new();
    for name in names {
        event_loop.spawn(holds(name, log.clone())).detach();
    }
    event_loop.run(turns(2));
    assert!(log.take().is_empty());
    drop(event_loop);
    assert_eq!(log.take(), names.map(|name| format!("{name} dropped")));
}

/// What began later may be where something was that has ended.
#[test]
fn tasks_are_dropped_in_that_order_wherever_they_are() {
    let log = Log::default();
    let mut event_loop = EventLoop::new();
    let brief = event_loop.spawn(turn());
    event_loop.spawn(holds("a", log.clone())).detach();
    event_loop.run(brief).unwrap();
    for name in ["b", "c"] {
        event_loop.spawn(holds(name, log.clone())).detach();
    }
    event_loop.run(turns(2));
    drop(event_loop);
    assert_eq!(log.take(), ["a dropped", "b dropped", "c dropped"]);
}

#[test]
fn tasks_that_have_not_started() {
    let log = Log::default();
    let mut event_loop = EventLoop::new();
    let dropped = log.drops("argument");
    let task = event_loop.spawn(turn().map_return(move |()| drop(dropped)));
    drop(event_loop);
    assert_eq!(log.take(), ["argument dropped"]);
    drop(task);
}

#[test]
fn tasks_in_the_middle_of_a_turn() {
    let log = Log::default();
    let mut event_loop = EventLoop::new();
    let dropped = log.drops("busy");
    event_loop.spawn(turns(1000).map_return(move |()| drop(dropped))).detach();
    event_loop.run(turns(3));
    drop(event_loop);
    assert_eq!(log.take(), ["busy dropped"]);
}

#[test]
fn sleeping_tasks() {
    let log = Log::default();
    let mut event_loop = EventLoop::new();
    let dropped = log.drops("sleeper");
    let sleep = EventLoop::sleep(Duration::from_secs(3600));
    event_loop.spawn(sleep.map_return(move |()| drop(dropped))).detach();
    event_loop.run(turns(3));
    assert_eq!(format!("{event_loop:?}"), "EventLoop { tasks: 1, timers: 1, .. }");
    drop(event_loop);
    assert_eq!(log.take(), ["sleeper dropped"]);
}

#[test]
fn tasks_that_hold_handles() {
    fn spawns(depth: u32, log: Log) => impl Future<EventLoop, Return = ()> {
        let _dropped = log.drops(depth);
        if depth > 0 {
            let inner = (ref executor).spawn(spawns(depth - 1, log.clone()));
            let _ = await inner;
        }
        await never::<()>();
    }

    let log = Log::default();
    let mut event_loop = EventLoop::new();
    event_loop.spawn(spawns(2, log.clone())).detach();
    event_loop.run(turns(5));
    drop(event_loop);
    assert_eq!(log.take(), ["2 dropped", "1 dropped", "0 dropped"]);
}

#[test]
fn tasks_that_hold_the_handles_of_one_another() {
    type Handle = Rc<RefCell<Option<JoinHandle<()>>>>;

    fn task(other: Handle, log: Log) => impl Future<EventLoop, Return = ()> {
        let _dropped = log.drops("task");
        let other = other.take().unwrap();
        let _ = await other;
    }

    let (first, second) = (Handle::default(), Handle::default());
    let log = Log::default();
    let mut event_loop = EventLoop::new();
    *second.borrow_mut() = Some(event_loop.spawn(task(first.clone(), log.clone())));
    *first.borrow_mut() = Some(event_loop.spawn(task(second.clone(), log.clone())));
    event_loop.run(turns(5));
    assert!(log.take().is_empty());
    drop(event_loop);
    assert_eq!(log.take(), ["task dropped", "task dropped"]);
}

/// Runs `f` when it is dropped.
struct OnDrop<F: FnMut()>(F);

impl<F: FnMut()> Drop for OnDrop<F> {
    fn drop(&mut self) {
        (self.0)();
    }
}

fn runs_when_dropped(f: impl FnMut() + 'static) -> impl Future<EventLoop, Return = ()> + Unpin {
    let guard = OnDrop(f);
    from_fn(move |_: &mut EventLoop| {
        let _ = &guard;
        State::Blocked(())
    })
}

#[test]
fn a_destructor_may_wake_and_cancel() {
    let waker: Rc<Cell<Option<Waker>>> = Rc::default();
    let other: Rc<Cell<Option<JoinHandle<()>>>> = Rc::default();
    let log = Log::default();
    let mut event_loop = EventLoop::new();
    event_loop
        .spawn(runs_when_dropped({
            let (waker, other, log) = (waker.clone(), other.clone(), log.clone());
            move || {
                waker.take().unwrap().wake();
                drop(other.take());
                log.push("destructor");
            }
        }))
        .detach();
    other.set(Some(event_loop.spawn(holds("other", log.clone()))));
    event_loop.run(from_fn(|event_loop: &mut EventLoop| {
        waker.set(Some(event_loop.waker()));
        State::Complete(())
    }));
    event_loop.run(turns(2));
    drop(event_loop);
    assert_eq!(log.take(), ["destructor", "other dropped"]);
}

#[test]
fn a_destructor_may_run_a_loop_of_its_own() {
    let log = Log::default();
    let mut event_loop = EventLoop::new();
    let noted = log.clone();
    event_loop
        .spawn(runs_when_dropped(move || {
            let mut inner = EventLoop::new();
            let task = inner.spawn(turns(2));
            inner.run(task).unwrap();
            inner.spawn(holds("of the inner loop", noted.clone())).detach();
            inner.run(turn());
        }))
        .detach();
    event_loop.run(turns(2));
    drop(event_loop);
    assert_eq!(log.take(), ["of the inner loop dropped"]);
}

#[test]
fn a_task_may_drop_another_loop() {
    let log = Log::default();
    let mut inner = EventLoop::new();
    inner.spawn(holds("inner", log.clone())).detach();
    inner.run(turns(2));
    let mut outer = EventLoop::new();
    let task = outer.spawn(turn().map_return(move |()| drop(inner)));
    outer.run(task).unwrap();
    assert_eq!(log.take(), ["inner dropped"]);
}

#[test]
fn a_loop_may_be_dropped_with_a_handle_to_itself_in_it() {
    fn root(handles: Rc<RefCell<Vec<JoinHandle<()>>>>, log: Log)
    => impl Future<EventLoop, Return = ()> {
        for name in ["a", "b"] {
            let task = (ref executor).spawn(holds(name, log.clone()));
            handles.borrow_mut().push(task);
        }
        await turns(2);
    }

    let handles = Rc::default();
    let log = Log::default();
    let mut event_loop = EventLoop::new();
    event_loop.run(root(Rc::clone(&handles), log.clone()));
    drop(event_loop);
    assert_eq!(log.take(), ["a dropped", "b dropped"]);
    drop(handles);
}

/// It would wait for ever otherwise.
#[test]
fn a_handle_is_told_that_its_loop_is_gone() {
    let mut event_loop = EventLoop::new();
    let unfinished = event_loop.spawn(never::<()>());
    let unstarted = event_loop.spawn(never::<()>());
    let finished = event_loop.spawn(turn());
    event_loop.run(turns(3));
    assert!(!unfinished.is_finished());
    drop(event_loop);

    assert!(unfinished.is_finished());
    let error = EventLoop::new().run(unfinished).unwrap_err();
    assert!(!error.is_panic());
    assert_eq!(error.to_string(), "the event loop of the task was dropped");
    assert_eq!(format!("{error:?}"), "JoinError { is_panic: false, .. }");
    assert!(EventLoop::new().run(unstarted).is_err());
    assert!(EventLoop::new().run(finished).is_ok());
}

#[test]
fn whoever_awaits_is_told_that_the_loop_is_gone() {
    fn awaits(handle: JoinHandle<()>) => impl Future<EventLoop, Return = bool> {
        (await handle).is_err()
    }

    let mut one = EventLoop::new();
    let mut two = EventLoop::new();
    let task = one.spawn(never::<()>());
    let waits = two.spawn(awaits(task));
    two.run(turns(2));
    assert!(!waits.is_finished());
    drop(one);
    assert!(two.run(waits).unwrap());
}

#[test]
#[should_panic = "the event loop of the task was dropped"]
fn there_is_no_panic_to_get_from_a_loop_that_was_dropped() {
    let task = EventLoop::new().spawn(never::<()>());
    let error = EventLoop::new().run(task).unwrap_err();
    error.into_panic();
}
