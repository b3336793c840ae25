//@ run-pass
//@ edition: 2024
//@ needs-unwind
//@ aux-build: tracer.rs

// A panic in the body drops what is there at that point, arguments last; the frame holds no more.

#![feature(native_generators)]

extern crate tracer;

use std::generator::*;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use tracer::{Traced, dropped};

fn body(a: Traced, b: Traced, fail: bool) => impl Generator<Yield = u32, Return = ()> {
    let _local = Traced("local");
    drop(a);
    for n in 0..2 {
        let _turn = Traced("turn");
        yield n;
        if fail {
            resume_unwind(Box::new("failed"));
        }
    }
    let _ = &b;
}

fn at_once(_a: Traced, _b: Traced) => impl Iterator<Item = ()> {
    let _local = Traced("local");
    resume_unwind(Box::new("failed"));
}

fn main() {
    let mut frame = body(Traced("a"), Traced("b"), true);
    assert_eq!(frame.step(&mut ()), State::Yielded(0));
    assert_eq!(dropped(), ["a"]);
    assert!(catch_unwind(AssertUnwindSafe(|| frame.step(&mut ()))).is_err());
    assert_eq!(dropped(), ["turn", "local", "b"]);
    drop(frame);
    assert_eq!(dropped(), [""; 0]);

    let mut frame = at_once(Traced("a"), Traced("b"));
    assert!(catch_unwind(AssertUnwindSafe(|| frame.next())).is_err());
    assert_eq!(dropped(), ["local", "b", "a"]);
    drop(frame);
    assert_eq!(dropped(), [""; 0]);

    let mut frame = body(Traced("a"), Traced("b"), false);
    while let State::Yielded(_) = frame.step(&mut ()) {}
    assert_eq!(dropped(), ["a", "turn", "turn", "local", "b"]);
}
