//@ run-pass
//@ edition: 2024
//@ needs-unwind
//@ aux-build: caught.rs

// A panic in the body reaches the resumer; resuming the frame after that panics, each time.

#![feature(native_generators)]

extern crate caught;

use caught::message;
use std::generator::*;

fn body(fail_at: u32) => impl Generator<Yield = u32, Return = ()> {
    for i in 0..5 {
        assert_ne!(i, fail_at, "failed at {i}");
        yield i;
    }
}

fn main() {
    let mut frame = body(1);
    assert_eq!(frame.step(&mut ()), State::Yielded(0));
    assert!(message(|| frame.step(&mut ())).contains("failed at 1"));
    for _ in 0..3 {
        assert_eq!(message(|| frame.step(&mut ())), "generator resumed after panicking");
    }

    let mut at_once = body(0);
    assert!(message(|| at_once.step(&mut ())).contains("failed at 0"));
    assert_eq!(message(|| at_once.step(&mut ())), "generator resumed after panicking");
}
