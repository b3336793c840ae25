//@ run-pass
//@ revisions: e2021 e2024
//@[e2021] edition: 2021
//@[e2024] edition: 2024
//@ aux-build: tracer.rs

// Temporaries of an `if let` live across a `yield` in `else` before edition 2024, and not since.

#![feature(native_generators)]

extern crate tracer;

use tracer::{Traced, dropped};

fn branches(n: usize) => impl Iterator<Item = u32> {
    if let 1 = Traced("condition").name().len() - n {
        yield 1;
    } else {
        yield 2;
    }
    yield 3;
}

fn main() {
    let mut frame = branches(8);
    assert_eq!(frame.next(), Some(1));
    assert_eq!(dropped(), [""; 0]);
    assert_eq!(frame.next(), Some(3));
    assert_eq!(dropped(), ["condition"]);

    let mut frame = branches(0);
    assert_eq!(frame.next(), Some(2));
    if cfg!(e2021) {
        assert_eq!(dropped(), [""; 0]);
        assert_eq!(frame.next(), Some(3));
    }
    assert_eq!(dropped(), ["condition"]);

    let mut frame = branches(0);
    frame.next();
    drop(frame);
    assert_eq!(dropped(), ["condition"]);
}
