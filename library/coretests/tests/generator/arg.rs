use core::cell::Cell;
use core::generator::{self, Arg, Executor, Generator, State};

use super::Drops;
#[cfg(panic = "unwind")]
use super::panic_message;

fn sum() => impl Generator<Arg<u32>, Yield = u32, Return = u32> + core::fmt::Debug {
    let mut sum = 0;
    loop {
        match (yield sum) {
            0 => return sum,
            n => sum += n,
        }
    }
}

#[test]
fn starts_and_is_sent_values() {
    let mut sum = sum();
    assert_eq!(sum.start(), State::Yielded(0));
    assert_eq!(sum.send(3), State::Yielded(3));
    assert_eq!(sum.send(4), State::Yielded(7));
    assert_eq!(sum.send(0), State::Complete(7));
}

#[test]
fn step_does_the_same_by_hand() {
    let mut sum = sum();
    assert_eq!(sum.step(&mut Arg::empty()), State::Yielded(0));
    let mut arg = Arg::new(5);
    assert_eq!(sum.step(&mut arg), State::Yielded(5));
    assert_eq!(arg.into_inner(), None);
}

#[test]
fn a_value_need_not_be_copy() {
    fn join() => impl Generator<Arg<Option<String>>, Yield = (), Return = String> {
        let mut all = String::new();
        while let Some(part) = (yield) {
            all += &part;
        }
        all
    }

    let mut join = join();
    join.start();
    join.send(Some("a".to_string()));
    join.send(Some("b".to_string()));
    assert_eq!(join.send(None), State::Complete("ab".to_string()));
}

#[test]
fn a_value_is_dropped_once() {
    fn sink<'a>() => impl Generator<Arg<Drops<'a>>, Yield = (), Return = ()> {
        yield;
        let kept = yield;
        yield;
        drop(kept);
    }

    let drops = Cell::new(0);
    let mut sink = sink();
    sink.start();
    sink.send(Drops(&drops));
    assert_eq!(drops.get(), 1, "the first value is dropped where it is not used");
    sink.send(Drops(&drops));
    assert_eq!(drops.get(), 1, "the second is kept");
    drop(sink);
    assert_eq!(drops.get(), 2);
}

#[test]
#[should_panic = "generator started twice"]
fn cannot_start_twice() {
    let mut sum = sum();
    sum.start();
    sum.start();
}

#[test]
#[should_panic = "value sent to a generator that was not started"]
fn cannot_send_before_the_start() {
    sum().send(1);
}

#[test]
#[cfg(panic = "unwind")]
fn a_mistake_of_the_sender_leaves_the_generator_alone() {
    let mut sum = sum();
    assert_eq!(panic_message(|| sum.send(1)), "value sent to a generator that was not started");
    assert!(format!("{sum:?}").ends_with("(unresumed)"));
    assert_eq!(sum.start(), State::Yielded(0));
    assert_eq!(panic_message(|| sum.start()), "generator started twice");
    assert_eq!(sum.send(1), State::Yielded(1));
}

#[test]
#[cfg(panic = "unwind")]
fn the_sender_is_to_blame() {
    use std::panic::{self, AssertUnwindSafe};
    use std::sync::{Arc, Mutex};

    let mut sum = sum();
    let place = Arc::new(Mutex::new(0));
    let hook = panic::take_hook();
    panic::set_hook(Box::new({
        let place = place.clone();
        let thread = std::thread::current().id();
        move |info| {
            if std::thread::current().id() == thread && info.location().unwrap().file() == file!() {
                *place.lock().unwrap() = info.location().unwrap().line();
            }
        }
    }));
    let line = line!() + 1;
    let result = panic::catch_unwind(AssertUnwindSafe(|| sum.send(1)));
    panic::set_hook(hook);
    assert!(result.is_err());
    assert_eq!(*place.lock().unwrap(), line);
}

#[test]
#[cfg(panic = "unwind")]
fn after_the_end_a_frame_says_so() {
    let mut sum = sum();
    sum.start();
    sum.send(0);
    assert_eq!(panic_message(|| sum.send(1)), "generator resumed after completion");
    assert_eq!(panic_message(|| sum.start()), "generator resumed after completion");
}

#[test]
#[cfg(panic = "unwind")]
fn a_missing_value_panics_where_it_is_missed() {
    let mut sum = sum();
    sum.start();
    assert_eq!(
        panic_message(|| sum.step(&mut Arg::empty())),
        "generator resumed without the value it waits for"
    );
    assert_eq!(panic_message(|| sum.send(1)), "generator resumed after panicking");
}

#[test]
#[cfg(panic = "unwind")]
fn adapters_know_whether_they_have_been_started() {
    use std::generator::IntoBox;

    const EARLY: &str = "value sent to a generator that was not started";
    assert_eq!(panic_message(|| sum().by_mut().send(1)), EARLY);
    assert_eq!(panic_message(|| sum().map_yield(|n| n + 1).send(1)), EARLY);
    assert_eq!(panic_message(|| sum().map_return(|n| n + 1).send(1)), EARLY);
    assert_eq!(panic_message(|| sum().into_box().send(1)), EARLY);
    assert_eq!(panic_message(|| generator::from_iter([1]).send(1)), EARLY);
}

#[test]
fn through_adapters() {
    use std::generator::IntoBox;

    let mut sum = sum();
    let mut doubled = sum.by_mut().map_yield(|n| n * 2).map_return(|n| n.to_string()).into_box();
    assert_eq!(doubled.start(), State::Yielded(0));
    assert_eq!(doubled.send(2), State::Yielded(4));
    drop(doubled);
    assert_eq!(sum.send(3), State::Yielded(5));
}

#[test]
fn a_closure_can_take_the_value() {
    let mut last = 0;
    let mut difference = generator::from_fn(|arg: &mut Arg<i32>| {
        let next = arg.take_resume();
        let difference = next - last;
        last = next;
        State::<i32, ()>::Yielded(difference)
    });
    assert_eq!(difference.send(3), State::Yielded(3));
    assert_eq!(difference.send(5), State::Yielded(2));
}

#[test]
fn the_executor_itself() {
    assert_eq!(Arg::new(1), Arg::new(1));
    assert_ne!(Arg::new(1), Arg::empty());
    assert_eq!(Arg::new(1).into_inner(), Some(1));
    assert_eq!(Arg::<u8>::empty().into_inner(), None);
    assert_eq!(Arg::new("x").take_resume(), "x");
}

#[test]
#[should_panic = "generator resumed without the value it waits for"]
fn the_executor_without_a_value() {
    let mut arg = Arg::new(1);
    arg.take_resume();
    arg.take_resume();
}
