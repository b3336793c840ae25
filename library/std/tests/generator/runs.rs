//! `EventLoop::run`, by itself and several times over.

use std::cell::{Cell, RefCell};
use std::generator::{self, EventLoop, Future, Generator, State, from_fn};
use std::rc::Rc;

use super::{Log, counted, never, turn, turns};
#[cfg(panic = "unwind")]
use super::panic_message;

#[test]
fn returns_what_the_root_returns() {
    let mut event_loop = EventLoop::new();
    assert_eq!(event_loop.run(generator::ready("root")), "root");
    assert_eq!(event_loop.run(turns(3).map_return(|()| 4)), 4);
    assert_eq!(EventLoop::default().run(generator::ready(String::from("new"))), "new");
}

#[test]
fn the_root_may_borrow_from_outside() {
    fn push(log: &mut Vec<u32>) => impl Future<EventLoop, Return = &mut u32> {
        for n in 0..3 {
            log.push(n);
            await turn();
        }
        log.last_mut().unwrap()
    }

    let mut log = vec![];
    *EventLoop::new().run(push(&mut log)) = 7;
    assert_eq!(log, [0, 1, 7]);
}

#[test]
fn the_root_and_tasks_may_be_immovable() {
    fn sum(numbers: [u32; 3]) => static impl Future<EventLoop, Return = u32> {
        let mut sum = 0;
        for n in &numbers {
            sum += n;
            await turn();
        }
        sum
    }

    fn spawns() => static impl Future<EventLoop, Return = u32> {
        let task = (ref executor).spawn(sum([1, 2, 3]));
        (await task).unwrap() + await sum([10, 20, 30])
    }

    assert_eq!(EventLoop::new().run(spawns()), 66);
}

#[test]
fn tasks_go_on_in_the_next_run() {
    fn ticks(ticks: Rc<Cell<u32>>) => impl Future<EventLoop, Return = ()> {
        loop {
            ticks.set(ticks.get() + 1);
            await turn();
        }
    }

    let count = Rc::new(Cell::new(0));
    let mut event_loop = EventLoop::new();
    event_loop.spawn(ticks(count.clone())).detach();
    assert_eq!(count.get(), 0, "nothing runs outside of a run");
    event_loop.run(turns(3));
    let first = count.get();
    assert!(first >= 3);
    event_loop.run(turns(3));
    assert!(count.get() >= first + 3);
}

#[test]
fn a_task_may_be_awaited_in_a_later_run() {
    let mut event_loop = EventLoop::new();
    let task = event_loop.spawn(turns(5).map_return(|()| "late"));
    event_loop.run(turn());
    assert!(!task.is_finished());
    assert_eq!(event_loop.run(task).unwrap(), "late");
}

#[test]
fn a_root_that_is_over_is_resumed_no_more() {
    let mut event_loop = EventLoop::new();
    let waker = event_loop.run(from_fn(|event_loop: &mut EventLoop| {
        let waker = event_loop.waker();
        waker.wake_by_ref();
        State::Complete(waker)
    }));
    waker.wake();
    let resumptions = Rc::new(Cell::new(0));
    event_loop.run(counted(turn(), resumptions.clone()));
    assert_eq!(resumptions.get(), 2);
}

#[test]
fn debug_counts_tasks_and_timers() {
    let mut event_loop = EventLoop::new();
    event_loop.spawn(never::<()>()).detach();
    event_loop.run(turn());
    assert_eq!(format!("{event_loop:?}"), "EventLoop { tasks: 1, timers: 0, .. }");
}

#[test]
#[cfg(panic = "unwind")]
fn after_a_panic_of_the_root_the_loop_goes_on() {
    fn oops(log: Log) => impl Future<EventLoop, Return = ()> {
        let _dropped = log.drops("root");
        await turn();
        panic!("oops");
    }

    let log = Log::default();
    let mut event_loop = EventLoop::new();
    let task = event_loop.spawn(turns(4).map_return(|()| "task"));
    assert_eq!(panic_message(|| event_loop.run(oops(log.clone()))), "oops");
    assert_eq!(log.take(), ["root dropped"]);
    assert_eq!(event_loop.run(generator::ready(1)), 1);
    assert_eq!(event_loop.run(task).unwrap(), "task");
}

/// An event loop is lent to what it resumes, which could run it again. Those that are resumed
/// further out would miss their wake-ups then.
#[test]
#[cfg(panic = "unwind")]
fn cannot_be_run_by_what_it_runs() {
    fn again() -> impl Future<EventLoop, Return = u32> + Unpin {
        from_fn(|event_loop: &mut EventLoop| State::Complete(event_loop.run(generator::ready(1))))
    }

    const MESSAGE: &str = "an event loop cannot run inside itself";
    let mut event_loop = EventLoop::new();
    assert_eq!(panic_message(|| event_loop.run(again())), MESSAGE);
    let task = event_loop.spawn(again());
    let error = event_loop.run(task).unwrap_err();
    assert_eq!(super::message(error.into_panic()), MESSAGE);
    assert_eq!(event_loop.run(generator::ready(2)), 2);
}

#[test]
fn another_loop_runs_inside_a_task() {
    fn inner(log: Log) => impl Future<EventLoop, Return = u32> {
        let task = (ref executor).spawn(turns(2));
        (await task).unwrap();
        log.push("inner");
        1
    }

    fn outer(log: Log) => impl Future<EventLoop, Return = u32> {
        let before = (ref executor).waker();
        let n = EventLoop::new().run(inner(log.clone()));
        assert!((ref executor).waker().will_wake(&before));
        await turn();
        log.push("outer");
        n + 1
    }

    fn root(log: Log) => impl Future<EventLoop, Return = u32> {
        let task = (ref executor).spawn(outer(log.clone()));
        let n = (await task).unwrap();
        log.push("root");
        n + 1
    }

    let log = Log::default();
    assert_eq!(EventLoop::new().run(root(log.clone())), 3);
    assert_eq!(log.take(), ["inner", "outer", "root"]);
}

#[test]
fn loops_nest_deeply() {
    fn nest(depth: u32) => impl Future<EventLoop, Return = u32> {
        await turn();
        match depth {
            0 => 0,
            _ => 1 + EventLoop::new().run(nest(depth - 1)),
        }
    }

    assert_eq!(EventLoop::new().run(nest(20)), 20);
}

#[test]
fn block_on_runs_inside_a_task() {
    let nested = from_fn(|_: &mut EventLoop| State::Complete(generator::block_on(async { 5 })));
    let mut event_loop = EventLoop::new();
    let task = event_loop.spawn(nested);
    assert_eq!(event_loop.run(task).unwrap(), 5);
}

#[test]
fn each_resumption_lends_the_loop() {
    fn nothing() => impl Future<EventLoop, Return = ()> {}

    fn spawns(log: Rc<RefCell<Vec<bool>>>) => impl Future<EventLoop, Return = ()> {
        let task = (ref executor).spawn(nothing());
        await turn();
        log.borrow_mut().push(task.is_finished());
        let task = (ref executor).spawn(nothing());
        await turn();
        log.borrow_mut().push(task.is_finished());
    }

    let log = Rc::default();
    EventLoop::new().run(spawns(Rc::clone(&log)));
    assert_eq!(*log.borrow(), [true, true]);
}
