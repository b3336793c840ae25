use core::cell::Cell;
use core::generator::{Executor, Frame, Generator, State};
use core::mem::{size_of, size_of_val};
use core::pin::{Pin, pin};

#[cfg(panic = "unwind")]
use super::panic_message;
use super::{Drops, count, upto};

#[test]
fn yields_and_then_completes() {
    let mut frame = count(2);
    assert_eq!(frame.step(&mut ()), State::Yielded(0));
    assert_eq!(frame.step(&mut ()), State::Yielded(1));
    assert_eq!(frame.step(&mut ()), State::Complete(2));
}

#[test]
fn completes_without_a_yield() {
    assert_eq!(count(0).step(&mut ()), State::Complete(0));
}

#[test]
fn resumes_through_pin() {
    let mut frame = pin!(count(1));
    assert_eq!(frame.as_mut().resume(&mut ()), State::Yielded(0));
    assert_eq!(frame.as_mut().resume(&mut ()), State::Complete(1));
}

#[test]
fn may_move_between_resumptions() {
    let mut frame = count(3);
    assert_eq!(frame.step(&mut ()), State::Yielded(0));
    let mut boxed = Box::new(frame);
    assert_eq!(boxed.step(&mut ()), State::Yielded(1));
    let mut frame = *boxed;
    assert_eq!(frame.step(&mut ()), State::Yielded(2));
}

#[test]
fn runs_nothing_before_it_is_resumed() {
    fn set(flag: &Cell<bool>) => impl Generator<Yield = (), Return = ()> {
        flag.set(true);
    }

    let flag = Cell::new(false);
    let mut frame = set(&flag);
    assert!(!flag.get());
    assert_eq!(frame.step(&mut ()), State::Complete(()));
    assert!(flag.get());
}

#[test]
fn drops_what_it_holds() {
    fn hold<'a>(argument: Drops<'a>, drops: &'a Cell<u32>) => impl Generator<Yield = (), Return = ()> {
        let _argument = argument;
        yield;
        let _local = Drops(drops);
        yield;
    }

    for (resumptions, dropped_by_body, total) in [(0, 0, 1), (1, 0, 1), (2, 0, 2), (3, 2, 2)] {
        let drops = Cell::new(0);
        let mut frame = hold(Drops(&drops), &drops);
        for _ in 0..resumptions {
            let _ = frame.step(&mut ());
        }
        assert_eq!(drops.get(), dropped_by_body, "after {resumptions} resumptions");
        drop(frame);
        assert_eq!(drops.get(), total, "after {resumptions} resumptions and the drop");
    }
}

#[test]
#[should_panic = "generator resumed after completion"]
fn panics_after_completion() {
    let mut frame = count(0);
    assert_eq!(frame.step(&mut ()), State::Complete(0));
    let _ = frame.step(&mut ());
}

#[test]
#[cfg(panic = "unwind")]
fn panics_after_panicking() {
    fn oops() => impl Generator<Yield = u32, Return = ()> {
        yield 1;
        panic!("oops");
    }

    let mut frame = oops();
    assert_eq!(frame.step(&mut ()), State::Yielded(1));
    assert_eq!(panic_message(|| frame.step(&mut ())), "oops");
    assert_eq!(panic_message(|| frame.step(&mut ())), "generator resumed after panicking");
    assert_eq!(panic_message(|| frame.step(&mut ())), "generator resumed after panicking");
}

#[test]
fn is_no_larger_than_its_body() {
    fn size_of_body<C>(_: &Frame<C>) -> usize {
        size_of::<C>()
    }

    let generator = |n: u64| => {
        for i in 0..n {
            yield i;
        }
    };
    let frame = generator(2);
    assert_eq!(size_of_val(&frame), size_of_body(&frame));
    assert_eq!(size_of_val(&frame.into_iter()), size_of_body(&generator(2)));
}

#[test]
fn debug_tells_place_and_phase() {
    let mut frame = count(1);
    let unresumed = format!("{frame:?}");
    let place = unresumed.strip_suffix(" (unresumed)").unwrap();
    assert!(place.starts_with("{generator@") && place.ends_with('}'), "{place}");
    assert!(place.contains("generator.rs:"), "{place}");

    let _ = frame.step(&mut ());
    assert_eq!(format!("{frame:?}"), format!("{place} (suspended)"));
    let _ = frame.step(&mut ());
    assert_eq!(format!("{frame:?}"), format!("{place} (complete)"));
}

#[test]
#[cfg(panic = "unwind")]
fn debug_tells_of_a_panic() {
    fn oops() => impl Generator<Yield = (), Return = ()> + core::fmt::Debug {
        panic!("oops");
    }

    let mut frame = oops();
    assert_eq!(panic_message(|| frame.step(&mut ())), "oops");
    assert!(format!("{frame:?}").ends_with(" (panicked)"));
}

#[test]
fn is_into_iterator_if_synchronous() {
    let evens = |below: u32| => {
        for n in (0..below).step_by(2) {
            yield n;
        }
    };
    let mut all = Vec::new();
    for n in evens(6) {
        all.push(n);
    }
    assert_eq!(all, [0, 2, 4]);
    assert_eq!(evens(6).into_iter().map(|n| n + 1).max(), Some(5));
}

#[test]
fn into_iter_goes_on_where_the_frame_stands() {
    let letters = || => {
        yield 'a';
        yield 'b';
        yield 'c';
    };
    let mut frame = letters();
    assert_eq!(frame.step(&mut ()), State::Yielded('a'));
    assert_eq!(frame.into_iter().collect::<String>(), "bc");
}

#[test]
fn works_as_a_trait_object() {
    fn total(mut generator: Pin<&mut dyn Generator<Yield = u32, Return = u32>>) -> (u32, u32) {
        let mut total = 0;
        loop {
            match generator.as_mut().resume(&mut ()) {
                State::Yielded(n) => total += n,
                State::Complete(last) => return (total, last),
            }
        }
    }

    assert_eq!(total(pin!(count(4))), (6, 4));
    assert_eq!(total(Box::pin(count(5)).as_mut()), (10, 5));
}

/// An executor that can go nowhere.
struct Local(#[allow(dead_code)] *const ());

impl Executor for Local {
    type Blocked = ();
    type Resume = ();
    fn take_resume(&mut self) {}
}

#[test]
fn auto_traits_do_not_depend_on_the_executor() {
    use std::panic::{RefUnwindSafe, UnwindSafe};

    fn local() => impl Generator<Local, Yield = u32, Return = ()> {
        yield 1;
        yield 2;
    }

    fn all<T: Send + Sync + Unpin + UnwindSafe + RefUnwindSafe>(_: &T) {}

    all(&local());
    all(&upto(1));
    let mut frame = local();
    let executor = &mut Local(&());
    assert_eq!(frame.step(executor), State::Yielded(1));
    assert_eq!(frame.step(executor), State::Yielded(2));
    assert_eq!(frame.step(executor), State::Complete(()));
}

#[test]
fn goes_on_in_another_thread() {
    let mut frame = count(2);
    assert_eq!(frame.step(&mut ()), State::Yielded(0));
    let state = std::thread::scope(|s| s.spawn(move || frame.step(&mut ())).join().unwrap());
    assert_eq!(state, State::Yielded(1));
}
