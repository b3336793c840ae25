//@ run-pass
//@ edition: 2024
//@ aux-build: tracer.rs

// Dropping a frame drops the frames it holds, each wherever it is suspended.

#![feature(native_generators)]

extern crate tracer;

use tracer::{Traced, dropped};

fn inner(argument: Traced) => impl Iterator<Item = u32> {
    let _local = Traced("inner local");
    yield 1;
    yield 2;
    let _ = &argument;
}

fn outer(argument: Traced) => impl Iterator<Item = u32> {
    let _local = Traced("outer local");
    let _unstarted = inner(Traced("unstarted"));
    for n in inner(Traced("first")) {
        yield n
    }
    let mut second = inner(Traced("second"));
    while let Some(n) = second.next() {
        yield n * 10
    }
    let _ = &argument;
}

fn dropped_after(steps: usize) -> Vec<&'static str> {
    let mut frame = outer(Traced("argument"));
    for _ in 0..steps {
        frame.next();
    }
    drop(frame);
    dropped()
}

fn main() {
    assert_eq!(dropped_after(0), ["argument"]);
    for steps in [1, 2] {
        assert_eq!(
            dropped_after(steps),
            ["inner local", "first", "unstarted", "outer local", "argument"],
        );
    }
    for steps in [3, 4, 5] {
        assert_eq!(
            dropped_after(steps),
            [
                "inner local",
                "first",
                "inner local",
                "second",
                "unstarted",
                "outer local",
                "argument",
            ],
        );
    }
}
