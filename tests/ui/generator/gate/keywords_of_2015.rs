//@ run-pass
//@ edition: 2015

// In edition 2015 `async`, `await`, `dyn` and `try` are names, in generators as well.

#![feature(native_generators)]

use std::generator::{Generator, State};

fn await(async: u32) => impl Iterator<Item = u32> {
    let dyn = async + 1;
    yield dyn;
    let try = || dyn + async;
    yield try();
}

struct Try {
    try: u32,
}

impl Try {
    fn async(self) => impl Generator<Yield = u32, Return = u32> {
        yield self.try;
        self.try + 1
    }
}

fn main() {
    assert_eq!(await(1).collect::<Vec<_>>(), [2, 3]);

    let mut frame = Try { try: 7 }.async();
    assert_eq!(frame.step(&mut ()), State::Yielded(7));
    assert_eq!(frame.step(&mut ()), State::Complete(8));
}
