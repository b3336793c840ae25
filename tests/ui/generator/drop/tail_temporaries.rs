//@ run-pass
//@ revisions: e2021 e2024
//@[e2021] edition: 2021
//@[e2024] edition: 2024
//@ aux-build: tracer.rs

// Temporaries of the tail expression are dropped after the locals, and before them since 2024.

#![feature(native_generators)]

extern crate tracer;

use std::generator::*;
use tracer::{Traced, dropped};

fn tail(argument: Traced) => impl Generator<Arg<usize>, Yield = &'static str, Return = usize> {
    let _local = Traced("local");
    let _ = &argument;
    Traced("temporary").name().len().max(yield "tail")
}

fn expected() -> [&'static str; 3] {
    if cfg!(e2021) {
        ["local", "temporary", "argument"]
    } else {
        ["temporary", "local", "argument"]
    }
}

fn main() {
    let mut frame = tail(Traced("argument"));
    assert_eq!(frame.start(), State::Yielded("tail"));
    assert_eq!(dropped(), [""; 0]);
    assert_eq!(frame.send(12), State::Complete(12));
    assert_eq!(dropped(), expected());

    let mut frame = tail(Traced("argument"));
    assert_eq!(frame.start(), State::Yielded("tail"));
    drop(frame);
    assert_eq!(dropped(), expected());
}
