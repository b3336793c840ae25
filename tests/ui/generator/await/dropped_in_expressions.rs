//@ run-pass
//@ edition: 2024

// A frame that is dropped in the middle of an expression drops the parts that are there, the last
// first.

#![feature(native_generators)]

use std::cell::RefCell;
use std::generator::{self, Executor, Future, State};

thread_local!(static LOG: RefCell<Vec<&'static str>> = const { RefCell::new(vec![]) });

struct Noted(&'static str);

impl Drop for Noted {
    fn drop(&mut self) {
        LOG.with_borrow_mut(|log| log.push(self.0));
    }
}

struct Steps(u32);

impl Executor for Steps {
    type Blocked = ();
    type Resume = ();

    fn take_resume(&mut self) {}
}

/// Completes if a step is left.
fn part(name: &'static str) => impl Future<Steps, Return = Noted> {
    await generator::from_fn(|steps: &mut Steps| match steps.0.checked_sub(1) {
        Some(left) => {
            steps.0 = left;
            State::Complete(())
        }
        None => State::Blocked(()),
    });
    Noted(name)
}

struct Fields {
    _first: Noted,
    _second: Noted,
    _third: Noted,
}

fn take(_: Noted, _: Noted, _: Noted) {}

impl Noted {
    fn with(self, _: Noted, _: Noted) -> Noted {
        Noted("made")
    }
}

fn call() => impl Future<Steps, Return = ()> {
    take(await part("a"), Noted("b"), await part("c"))
}

fn method() => impl Future<Steps, Return = ()> {
    let _ = (await part("a")).with(await part("b"), await part("c"));
}

fn tuple() => impl Future<Steps, Return = ()> {
    let _whole = (await part("a"), Noted("b"), (await part("c"), await part("d")));
}

fn array() => impl Future<Steps, Return = ()> {
    let _whole = [Noted("a"), await part("b"), await part("c")];
}

fn structure() => impl Future<Steps, Return = ()> {
    let _whole = Fields {
        _third: await part("a"),
        _first: await part("b"),
        _second: await part("c"),
    };
}

fn boxed() => impl Future<Steps, Return = ()> {
    let _whole = Box::new((
        Some(await part("a")),
        [Box::new(await part("b")), Box::new(await part("c"))],
    ));
}

fn scrutinee() => impl Future<Steps, Return = ()> {
    match (await part("a"), await part("b")) {
        (first, Noted("b")) => {
            let _second = await part("c");
            drop(first);
        }
        _ => unreachable!(),
    }
}

fn dropped_after<F: Future<Steps> + Unpin>(steps: u32, mut frame: F) -> Vec<&'static str> {
    let state = frame.step(&mut Steps(steps));
    if state.is_blocked() {
        assert!(LOG.take().is_empty());
    }
    drop(state);
    drop(frame);
    LOG.take()
}

fn main() {
    assert_eq!(dropped_after(0, call()), [""; 0]);
    assert_eq!(dropped_after(1, call()), ["b", "a"]);
    assert_eq!(dropped_after(2, call()), ["c", "b", "a"]);
    assert_eq!(dropped_after(1, method()), ["a"]);
    assert_eq!(dropped_after(2, method()), ["b", "a"]);
    assert_eq!(dropped_after(3, method()), ["c", "b", "a", "made"]);
    assert_eq!(dropped_after(1, tuple()), ["b", "a"]);
    assert_eq!(dropped_after(2, tuple()), ["c", "b", "a"]);
    assert_eq!(dropped_after(3, tuple()), ["a", "b", "c", "d"]);
    assert_eq!(dropped_after(0, array()), ["a"]);
    assert_eq!(dropped_after(1, array()), ["b", "a"]);
    assert_eq!(dropped_after(2, array()), ["a", "b", "c"]);
    assert_eq!(dropped_after(2, structure()), ["b", "a"]);
    assert_eq!(dropped_after(3, structure()), ["b", "c", "a"]);
    assert_eq!(dropped_after(1, boxed()), ["a"]);
    assert_eq!(dropped_after(2, boxed()), ["b", "a"]);
    assert_eq!(dropped_after(3, boxed()), ["a", "b", "c"]);
    assert_eq!(dropped_after(1, scrutinee()), ["a"]);
    assert_eq!(dropped_after(2, scrutinee()), ["a", "b"]);
    assert_eq!(dropped_after(3, scrutinee()), ["a", "c", "b"]);
}
