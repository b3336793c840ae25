//@ run-pass
//@ edition: 2024
//@ needs-unwind
//@ aux-build: caught.rs

// The checks that the compiler puts in panic as they do elsewhere, with the frame poisoned after.

#![feature(native_generators)]

extern crate caught;

use caught::message;
use std::generator::*;

fn checked() => impl Generator<Arg<usize>, Yield = usize, Return = usize> {
    let table = [1, 2, 3];
    let index = yield 0;
    let divisor = yield table[index];
    table[index] / divisor
}

fn main() {
    let mut frame = checked();
    assert_eq!(frame.start(), State::Yielded(0));
    assert!(message(|| frame.send(3)).starts_with("index out of bounds"));
    assert_eq!(message(|| frame.send(1)), "generator resumed after panicking");

    let mut frame = checked();
    assert_eq!(frame.start(), State::Yielded(0));
    assert_eq!(frame.send(2), State::Yielded(3));
    assert_eq!(message(|| frame.send(0)), "attempt to divide by zero");
    assert_eq!(message(|| frame.send(1)), "generator resumed after panicking");
}
