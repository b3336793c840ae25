//@ run-pass
//@ edition: 2024

// Dropping a suspended frame drops what it awaits, and then its own locals and arguments.

#![feature(native_generators)]

use std::cell::RefCell;
use std::generator::{self, Executor, Future, Generator, State, Stream};
use std::mem::take;

thread_local!(static DROPPED: RefCell<Vec<&'static str>> = const { RefCell::new(vec![]) });

struct Noted(&'static str);

impl Drop for Noted {
    fn drop(&mut self) {
        DROPPED.with_borrow_mut(|dropped| dropped.push(self.0));
    }
}

struct Steps(u32);

impl Executor for Steps {
    type Blocked = ();
    type Resume = ();

    fn take_resume(&mut self) {}
}

fn step() => impl Future<Steps, Return = ()> {
    await generator::from_fn(|steps: &mut Steps| match steps.0 {
        0 => State::Blocked(()),
        _ => {
            steps.0 -= 1;
            State::Complete(())
        }
    })
}

fn inner(argument: Noted) => impl Future<Steps, Return = u32> {
    let _local = Noted("inner local");
    await step();
    drop(argument);
    await step();
    1
}

fn stream(_argument: Noted) => impl Stream<Steps, Yield = Noted, Return = ()> {
    await step();
    yield Noted("yielded");
    await step();
}

fn outer(_first: Noted, _second: Noted) => impl Future<Steps, Return = u32> {
    let _local = Noted("outer local");
    let sum = await inner(Noted("argument"));
    await for _value in stream(Noted("stream")) {
        let _in_block = Noted("in block");
        await step();
    }
    sum
}

fn dropped_after(steps: u32) -> Vec<&'static str> {
    let mut frame = outer(Noted("first"), Noted("second"));
    let _ = frame.step(&mut Steps(steps));
    drop(frame);
    DROPPED.with_borrow_mut(take)
}

fn main() {
    let last = ["outer local", "second", "first"];
    let after = |steps, before: &[&str]| {
        assert_eq!(dropped_after(steps), [before, &last].concat(), "after {steps} steps");
    };
    after(0, &["inner local", "argument"]);
    after(1, &["argument", "inner local"]);
    after(2, &["argument", "inner local", "stream"]);
    after(3, &["argument", "inner local", "in block", "yielded", "stream"]);
    after(4, &["argument", "inner local", "in block", "yielded", "stream"]);
    after(5, &["argument", "inner local", "in block", "yielded", "stream"]);

    drop(outer(Noted("first"), Noted("second")));
    assert_eq!(DROPPED.with_borrow_mut(take), ["second", "first"]);
}
