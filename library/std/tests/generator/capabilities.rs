//! One source under the executors that can do what it asks for.

use std::generator::{self, EventLoop, Future, Spawn, Timer};
use std::time::Duration;

use super::Log;

fn note<E: Spawn>(name: u32, log: Log) => impl Future<E, Return = u32> {
    log.push(name);
    name
}

fn sum<E: Spawn>(log: Log) => impl Future<E, Return = u32> {
    let mut tasks = Vec::new();
    for name in 1..4 {
        let task = (ref executor).spawn(note(name, log.clone()));
        tasks.push(task);
        log.push(format!("spawned {name}"));
    }
    let mut sum = 0;
    for task in tasks {
        sum += (await task).unwrap();
    }
    sum
}

#[test]
fn tasks_run_in_turns_or_at_once() {
    let log = Log::default();
    assert_eq!(EventLoop::new().run(sum(log.clone())), 6);
    assert_eq!(log.take(), ["spawned 1", "spawned 2", "spawned 3", "1", "2", "3"]);
    assert_eq!(generator::run(sum(log.clone())), 6);
    assert_eq!(log.take(), ["1", "spawned 1", "2", "spawned 2", "3", "spawned 3"]);
}

#[test]
fn what_is_detached_runs_to_its_end() {
    fn detaching<E: Spawn + Timer>(log: Log) => impl Future<E, Return = ()> {
        let task = (ref executor).spawn(note(7, log));
        E::detach(task);
        await E::sleep(Duration::from_millis(1));
    }

    let log = Log::default();
    EventLoop::new().run(detaching(log.clone()));
    assert_eq!(log.take(), ["7"]);
    generator::run(detaching(log.clone()));
    assert_eq!(log.take(), ["7"]);
}

#[test]
fn a_handle_that_is_dropped_cancels_what_has_not_run() {
    fn dropping<E: Spawn + Timer>(log: Log) => impl Future<E, Return = ()> {
        let task = (ref executor).spawn(note(7, log));
        drop(task);
        await E::sleep(Duration::from_millis(1));
    }

    let log = Log::default();
    EventLoop::new().run(dropping(log.clone()));
    assert_eq!(log.take(), [""; 0]);
    generator::run(dropping(log.clone()));
    assert_eq!(log.take(), ["7"]);
}

#[cfg(panic = "unwind")]
#[test]
fn panics_come_to_the_handle() {
    fn oops<E: Spawn>() => impl Future<E, Return = u32> {
        panic!("oops")
    }

    fn contained<E: Spawn>() => impl Future<E, Return = String> {
        let task = (ref executor).spawn(oops());
        let error = (await task).unwrap_err();
        assert!(error.is_panic());
        super::message(error.into_panic())
    }

    assert_eq!(EventLoop::new().run(contained()), "oops");
    assert_eq!(generator::run(contained()), "oops");
}

/// A clock of one's own: `sleep` is a generator like any other.
#[test]
fn a_timer_by_hand() {
    struct Clock(Duration);

    impl generator::Executor for Clock {
        type Blocked = std::convert::Infallible;
        type Resume = ();
        fn take_resume(&mut self) {}
    }

    impl Timer for Clock {
        fn sleep(duration: Duration) => impl Future<Clock, Return = ()> {
            (ref executor).0 += duration;
        }
    }

    fn hour<E: Timer>() => impl Future<E, Return = ()> {
        for _ in 0..60 {
            await E::sleep(Duration::from_secs(60));
        }
    }

    let mut clock = Clock(Duration::ZERO);
    assert!(generator::Generator::step(&mut hour(), &mut clock).is_complete());
    assert_eq!(clock.0, Duration::from_secs(3600));
}
