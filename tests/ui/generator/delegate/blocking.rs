//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// What blocks inside of `yield..` blocks the outer generator; what it yields comes out unchanged.

#![feature(native_generators)]

use std::generator::{Executor, Generator, State, Stream, from_fn};

#[derive(Default)]
struct Gate {
    open: bool,
    resumed: u32,
}

impl Executor for Gate {
    type Blocked = &'static str;
    type Resume = u32;

    fn take_resume(&mut self) -> u32 {
        self.resumed += 1;
        self.resumed
    }
}

fn guarded(name: &'static str) => impl Stream<Gate, Yield = (&'static str, u32), Return = u32> {
    await from_fn(move |gate: &mut Gate| match gate.open {
        true => State::Complete(()),
        false => State::Blocked(name),
    });
    (ref executor).open = false;
    yield (name, yield (name, 0))
}

fn both() => impl Generator<Gate, Yield = (&'static str, u32), Return = (u32, u32)> {
    let a = yield.. guarded("a");
    let b = yield.. guarded("b");
    (a, b)
}

fn main() {
    let mut gate = Gate::default();
    let mut both = both();
    assert_eq!(both.step(&mut gate), State::Blocked("a"));
    gate.open = true;
    assert_eq!(both.step(&mut gate), State::Yielded(("a", 0)));
    assert_eq!(both.step(&mut gate), State::Yielded(("a", 1)));
    assert_eq!(both.step(&mut gate), State::Blocked("b"));
    assert_eq!(both.step(&mut gate), State::Blocked("b"));
    gate.open = true;
    assert_eq!(both.step(&mut gate), State::Yielded(("b", 0)));
    assert_eq!(both.step(&mut gate), State::Yielded(("b", 3)));
    assert_eq!(both.step(&mut gate), State::Complete((2, 4)));
}
