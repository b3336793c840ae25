//@ run-pass
//@ edition: 2024
//@ needs-unwind
//@ aux-build: caught.rs

// A clone taken before a panic is not touched by it, and one taken after is poisoned as well.

#![feature(native_generators)]

extern crate caught;

use caught::message;
use std::cell::Cell;
use std::generator::*;

fn body(fail: &Cell<bool>) => impl Generator<Yield = u32, Return = ()> + Clone {
    yield 1;
    if fail.get() {
        panic!("failed");
    }
    yield 2;
}

fn main() {
    let fail = Cell::new(true);
    let mut frame = body(&fail);
    assert_eq!(frame.step(&mut ()), State::Yielded(1));
    let mut before = frame.clone();
    assert_eq!(message(|| frame.step(&mut ())), "failed");
    let mut after = frame.clone();

    fail.set(false);
    assert_eq!(before.step(&mut ()), State::Yielded(2));
    assert_eq!(before.step(&mut ()), State::Complete(()));
    assert_eq!(message(|| after.step(&mut ())), "generator resumed after panicking");
    assert_eq!(message(|| before.clone().step(&mut ())), "generator resumed after completion");
}
