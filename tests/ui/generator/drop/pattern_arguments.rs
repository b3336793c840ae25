//@ run-pass
//@ edition: 2024
//@ aux-build: tracer.rs

// A started frame drops what its argument patterns bind, and what they leave, as a function does.

#![feature(native_generators)]

extern crate tracer;

use tracer::{Traced, dropped};

struct Point {
    x: Traced,
    y: Traced,
}

fn patterns(
    (a, b): (Traced, Traced),
    _: Traced,
    Point { x, y: _ }: Point,
    mut c: Traced,
) => impl Iterator<Item = ()> {
    let _local = Traced("local");
    yield;
    c.0 = "c";
    let _ = (&a, &b, &x);
}

fn frame() -> impl Iterator<Item = ()> {
    let point = Point { x: Traced("x"), y: Traced("y") };
    patterns((Traced("a"), Traced("b")), Traced("_"), point, Traced("early c"))
}

fn main() {
    let mut suspended = frame();
    suspended.next();
    assert_eq!(dropped(), [""; 0]);
    drop(suspended);
    assert_eq!(dropped(), ["local", "early c", "x", "y", "_", "b", "a"]);

    assert_eq!(frame().count(), 1);
    assert_eq!(dropped(), ["local", "c", "x", "y", "_", "b", "a"]);

    let point = Point { x: Traced("x"), y: Traced("y") };
    let _ = (&point.x, &point.y);
}
