//! A panic in a task ends the task, and is told to whoever awaits it.

use std::any::Any;
use std::error::Error;
use std::generator::{self, EventLoop, Future, Generator, State, from_fn};
use std::panic::{panic_any, resume_unwind};
use std::pin::Pin;
use std::sync::Arc;

use super::{Bomb, Log, message, never, panic_message, turn, turns};

fn oops(turns_before: u32) => impl Future<EventLoop, Return = u32> {
    await turns(turns_before);
    panic!("oops")
}

/// Runs a task to its end, and returns what it panicked with.
fn payload_of<F: Future<EventLoop> + 'static>(future: F) -> Box<dyn Any + Send> {
    let mut event_loop = EventLoop::new();
    let task = event_loop.spawn(future);
    let Err(error) = event_loop.run(task) else { panic!("the task should have panicked") };
    assert!(error.is_panic());
    error.into_panic()
}

#[test]
fn the_handle_tells() {
    assert_eq!(message(payload_of(oops(0))), "oops");
    assert_eq!(message(payload_of(oops(3))), "oops");
    let frame = from_fn::<EventLoop, _, !, ()>(|_| panic_any(7u8));
    assert_eq!(payload_of(frame).downcast_ref(), Some(&7u8));
}

#[test]
fn the_error_goes_where_errors_go() {
    type Anywhere = Box<dyn Error + Send + Sync>;

    fn main() => impl Future<EventLoop, Return = Result<u32, Anywhere>> {
        let task = (ref executor).spawn(oops(1));
        Ok(task.await?)
    }

    let error = EventLoop::new().run(main()).unwrap_err();
    assert_eq!(error.to_string(), "the task panicked");
}

#[test]
fn the_error_says_little_and_prints_no_payload() {
    let mut event_loop = EventLoop::new();
    let task = event_loop.spawn(oops(0));
    let error: Box<dyn Error> = Box::new(event_loop.run(task).unwrap_err());
    assert_eq!(error.to_string(), "the task panicked");
    assert_eq!(format!("{error:?}"), "JoinError { is_panic: true, .. }");
    assert!(error.source().is_none());
}

#[test]
fn a_panic_can_go_on_where_the_task_is_awaited() {
    fn root() => impl Future<EventLoop, Return = u32> {
        let task = (ref executor).spawn(oops(1));
        match await task {
            Ok(value) => value,
            Err(error) => resume_unwind(error.into_panic()),
        }
    }

    assert_eq!(panic_message(|| EventLoop::new().run(root())), "oops");
}

#[test]
fn the_others_go_on() {
    fn root() => impl Future<EventLoop, Return = (bool, u32)> {
        let before = (ref executor).spawn(turns(5).map_return(|()| 1));
        let panics = (ref executor).spawn(oops(2));
        let after = (ref executor).spawn(turns(5).map_return(|()| 2));
        let is_err = (await panics).is_err();
        (is_err, (await before).unwrap() + (await after).unwrap())
    }

    assert_eq!(EventLoop::new().run(root()), (true, 3));
}

#[test]
fn a_detached_task_panics_quietly() {
    let mut event_loop = EventLoop::new();
    event_loop.spawn(oops(1)).detach();
    event_loop.run(turns(5));
    assert_eq!(format!("{event_loop:?}"), "EventLoop { tasks: 0, timers: 0, .. }");
}

#[test]
fn the_future_is_dropped_when_it_panics() {
    fn holds(log: Log) => impl Future<EventLoop, Return = ()> {
        let _outer = log.drops("outer");
        await turn();
        let _inner = log.drops("inner");
        panic!("oops");
    }

    let log = Log::default();
    let mut event_loop = EventLoop::new();
    let task = event_loop.spawn(holds(log.clone()));
    event_loop.run(turns(5));
    assert_eq!(log.take(), ["inner dropped", "outer dropped"]);
    assert!(event_loop.run(task).is_err());
}

/// A future by hand that ends, or panics, and panics once more when it is dropped.
struct Twice {
    is_panicking: bool,
    _bomb: Bomb,
}

impl Twice {
    fn new(is_panicking: bool) -> Twice {
        Twice { is_panicking, _bomb: Bomb("dropped") }
    }
}

impl Generator<EventLoop> for Twice {
    type Yield = !;
    type Return = &'static str;

    fn resume(self: Pin<&mut Self>, _: &mut EventLoop) -> State<!, &'static str, ()> {
        if self.is_panicking {
            panic!("resumed");
        }
        State::Complete("ended")
    }
}

#[test]
fn a_panicking_destructor_of_the_future() {
    assert_eq!(message(payload_of(Twice::new(false))), "dropped");
}

#[test]
fn the_first_panic_is_the_one_that_is_told() {
    assert_eq!(message(payload_of(Twice::new(true))), "resumed");
}

#[test]
fn panicking_destructors_of_detached_tasks() {
    let mut event_loop = EventLoop::new();
    event_loop.spawn(Twice::new(false)).detach();
    event_loop.spawn(Twice::new(true)).detach();
    event_loop.run(turns(3));
    assert_eq!(format!("{event_loop:?}"), "EventLoop { tasks: 0, timers: 0, .. }");
}

#[test]
fn a_panicking_destructor_of_a_result_that_nobody_wants() {
    let mut event_loop = EventLoop::new();
    event_loop.spawn(generator::ready(Bomb("result"))).detach();
    event_loop.spawn(turns(1).map_return(|()| Bomb("result"))).detach();
    event_loop.run(turns(5));
    assert_eq!(format!("{event_loop:?}"), "EventLoop { tasks: 0, timers: 0, .. }");
}

#[test]
fn a_panicking_destructor_of_a_payload_that_nobody_wants() {
    let mut event_loop = EventLoop::new();
    let throws = || from_fn::<EventLoop, _, !, ()>(|_| panic_any(Bomb("payload")));
    event_loop.spawn(throws()).detach();
    let task = event_loop.spawn(throws());
    event_loop.run(turns(3));
    assert_eq!(panic_message(|| task.detach()), "payload");
    assert_eq!(event_loop.run(generator::ready(1)), 1);
}

/// The result belongs to the handle; so does its destructor.
#[test]
fn a_panicking_destructor_of_a_result_that_is_thrown_away() {
    let mut event_loop = EventLoop::new();
    let one = event_loop.spawn(generator::ready(Bomb("thrown away")));
    let two = event_loop.spawn(generator::ready(Bomb("detached")));
    event_loop.run(turns(2));
    assert_eq!(panic_message(|| drop(one)), "thrown away");
    assert_eq!(panic_message(|| two.detach()), "detached");
}

#[test]
fn a_panic_while_the_loop_is_dropped_drops_the_rest() {
    fn task(name: &'static str, log: Log) => impl Future<EventLoop, Return = ()> {
        let _dropped = log.drops(name);
        let _bomb = (name == "second").then(|| Bomb("bang"));
        await never::<()>();
    }

    let log = Log::default();
    let mut event_loop = EventLoop::new();
    for name in ["first", "second", "third"] {
        event_loop.spawn(task(name, log.clone())).detach();
    }
    event_loop.run(turns(2));
    drop(event_loop);
    assert_eq!(log.take(), ["first dropped", "second dropped", "third dropped"]);
}

#[test]
fn a_loop_may_be_dropped_by_a_panic() {
    let log = Log::default();
    let message = panic_message(|| {
        let mut event_loop = EventLoop::new();
        let dropped = log.drops("task");
        event_loop.spawn(never::<()>().map_return(move |()| drop(dropped))).detach();
        event_loop.spawn(Twice::new(false).map_return(drop)).detach();
        event_loop.run(from_fn::<EventLoop, _, !, ()>(|_| panic!("root")));
    });
    assert_eq!(message, "root");
    assert_eq!(log.take(), ["task dropped"]);
}

/// A destructor's panic that nobody is told of leaves nothing behind.
#[test]
fn payloads_of_contained_panics_are_dropped() {
    struct PanicsWith(Arc<()>);

    impl Drop for PanicsWith {
        fn drop(&mut self) {
            panic_any(self.0.clone());
        }
    }

    fn task(held: &Arc<()>) -> impl Future<EventLoop, Return = ()> + 'static + use<> {
        let bomb = PanicsWith(held.clone());
        never::<()>().map_return(move |()| drop(bomb))
    }

    let held = Arc::new(());
    let mut event_loop = EventLoop::new();
    let cancelled = event_loop.spawn(task(&held));
    event_loop.run(turns(2));
    drop(cancelled);
    event_loop.run(turns(2));
    assert_eq!(Arc::strong_count(&held), 1);

    event_loop.spawn(task(&held)).detach();
    event_loop.run(turns(2));
    drop(event_loop);
    assert_eq!(Arc::strong_count(&held), 1);
}

#[test]
fn many_panics() {
    fn root() => impl Future<EventLoop, Return = u32> {
        let mut tasks = Vec::new();
        for n in 0..100 {
            tasks.push((ref executor).spawn(oops(n % 5)));
        }
        let mut panics = 0;
        for task in tasks {
            panics += u32::from((await task).is_err());
        }
        panics
    }

    assert_eq!(EventLoop::new().run(root()), 100);
}
