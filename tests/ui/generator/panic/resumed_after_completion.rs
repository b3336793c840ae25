//@ run-pass
//@ edition: 2024
//@ needs-unwind
//@ aux-build: caught.rs

// Resuming a frame that completed panics, each time, and runs nothing.

#![feature(native_generators)]

extern crate caught;

use caught::message;
use std::cell::Cell;
use std::generator::*;
use std::pin::pin;

fn body(ran: &Cell<u32>) => impl Generator<Yield = u32, Return = &'static str> {
    ran.set(ran.get() + 1);
    yield 1;
    ran.set(ran.get() + 1);
    "end"
}

fn echo() => impl Generator<Arg<u32>, Yield = u32, Return = u32> {
    yield 0
}

fn main() {
    let ran = Cell::new(0);
    let mut frame = body(&ran);
    assert_eq!(frame.step(&mut ()), State::Yielded(1));
    assert_eq!(frame.step(&mut ()), State::Complete("end"));
    for _ in 0..3 {
        assert_eq!(message(|| frame.step(&mut ())), "generator resumed after completion");
    }
    assert_eq!(ran.get(), 2);

    let mut frame = pin!(body(&ran));
    while frame.as_mut().resume(&mut ()).is_yielded() {}
    let again = || frame.as_mut().resume(&mut ());
    assert_eq!(message(again), "generator resumed after completion");

    let mut frame = echo();
    assert_eq!(frame.start(), State::Yielded(0));
    assert_eq!(frame.send(1), State::Complete(1));
    assert_eq!(message(|| frame.send(2)), "generator resumed after completion");

    let closure = || => { yield 'a' };
    let mut frame = closure();
    while frame.step(&mut ()).is_yielded() {}
    assert_eq!(message(|| frame.step(&mut ())), "generator resumed after completion");
}
