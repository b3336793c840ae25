//@ run-pass
//@ edition: 2024
//@ needs-unwind
//@ aux-build: caught.rs

// An executor that panics when it is asked for its resume value panics inside the body.

#![feature(native_generators)]

extern crate caught;

use std::cell::Cell;
use std::generator::{Executor, Generator, State};
use std::panic;

struct Strict(Option<u32>);

impl Executor for Strict {
    type Blocked = std::convert::Infallible;
    type Resume = u32;

    fn take_resume(&mut self) -> u32 {
        self.0.take().expect("nothing to resume with")
    }
}

struct Count<'a>(&'a Cell<u32>);

impl Drop for Count<'_> {
    fn drop(&mut self) {
        self.0.set(self.0.get() + 1);
    }
}

fn add<'a>(count: Count<'a>) => impl Generator<Strict, Yield = u32, Return = ()> {
    let _kept = count;
    let mut sum = 0;
    loop {
        sum += yield sum;
    }
}

fn main() {
    let dropped = Cell::new(0);
    let mut add = add(Count(&dropped));

    // The first resumption takes nothing.
    assert!(matches!(add.step(&mut Strict(None)), State::Yielded(0)));
    assert!(matches!(add.step(&mut Strict(Some(2))), State::Yielded(2)));
    assert_eq!(dropped.get(), 0);

    panic::set_hook(Box::new(|_| {}));
    let mut step = |value| caught::message(|| add.step(&mut Strict(value)));
    assert_eq!(step(None), "nothing to resume with");
    assert_eq!(dropped.get(), 1);
    assert_eq!(step(Some(1)), "generator resumed after panicking");
    assert_eq!(dropped.get(), 1);
}
