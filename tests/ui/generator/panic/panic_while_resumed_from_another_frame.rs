//@ run-pass
//@ edition: 2024
//@ needs-unwind
//@ aux-build: caught.rs

// A panic goes through every frame that is running, and poisons each of them.

#![feature(native_generators)]

extern crate caught;

use caught::message;
use std::generator::*;

fn inner() => impl Generator<Yield = u32, Return = ()> {
    yield 1;
    panic!("inner");
}

fn outer<G: Generator<Yield = u32, Return = ()> + Unpin>(
    inner: &mut G,
) => impl Generator<Yield = u32, Return = ()> {
    while let State::Yielded(n) = inner.step(&mut ()) {
        yield n + 1
    }
}

fn main() {
    let mut nested = inner();
    let mut frame = outer(&mut nested);
    assert_eq!(frame.step(&mut ()), State::Yielded(2));
    assert_eq!(message(|| frame.step(&mut ())), "inner");
    assert_eq!(message(|| frame.step(&mut ())), "generator resumed after panicking");
    drop(frame);
    assert_eq!(message(|| nested.step(&mut ())), "generator resumed after panicking");
}
