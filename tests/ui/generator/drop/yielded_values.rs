//@ run-pass
//@ edition: 2024
//@ aux-build: tracer.rs

// A yielded value belongs to the resumer; one still being built when the frame is dropped does not.

#![feature(native_generators)]

extern crate tracer;

use tracer::{Traced, dropped};

fn pairs() => impl Iterator<Item = (Traced, Traced)> {
    let left = Traced("left");
    let right = Traced("right");
    yield (left, right);
    yield (Traced("outer"), { yield (Traced("1"), Traced("2")); Traced("inner") });
}

fn main() {
    let mut frame = pairs();
    let first = frame.next();
    let second = frame.next();
    assert_eq!(dropped(), [""; 0]);
    drop(frame);
    assert_eq!(dropped(), ["outer"]);
    drop(second);
    assert_eq!(dropped(), ["1", "2"]);
    drop(first);
    assert_eq!(dropped(), ["left", "right"]);

    assert_eq!(pairs().map(|(a, b)| a.name().len() + b.name().len()).sum::<usize>(), 9 + 2 + 10);
    assert_eq!(dropped().len(), 6);
}
