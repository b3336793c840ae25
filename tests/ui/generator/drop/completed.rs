//@ run-pass
//@ edition: 2024
//@ aux-build: tracer.rs

// Finishing drops locals, then arguments, before the caller hears of it; the frame is empty then.

#![feature(native_generators)]

extern crate tracer;

use std::generator::*;
use tracer::{Traced, dropped};

fn body(a: Traced, b: Traced) => impl Generator<Yield = u32, Return = Traced> {
    let _first = Traced("first");
    let _second = Traced("second");
    yield 1;
    drop(a);
    yield 2;
    let _ = &b;
    Traced("return")
}

fn main() {
    let mut frame = body(Traced("a"), Traced("b"));
    assert_eq!(dropped(), [""; 0]);
    assert!(matches!(frame.step(&mut ()), State::Yielded(1)));
    assert_eq!(dropped(), [""; 0]);
    assert!(matches!(frame.step(&mut ()), State::Yielded(2)));
    assert_eq!(dropped(), ["a"]);

    let State::Complete(returned) = frame.step(&mut ()) else { panic!() };
    assert_eq!(dropped(), ["second", "first", "b"]);
    drop(frame);
    assert_eq!(dropped(), [""; 0]);
    drop(returned);
    assert_eq!(dropped(), ["return"]);
}
