//@ run-pass
//@ edition: 2024
//@ aux-build: tracer.rs

// A sent value belongs to the body: it is dropped where the body leaves it, even if it is ignored.

#![feature(native_generators)]

extern crate tracer;

use std::generator::*;
use tracer::{Traced, dropped};

fn keeps() => impl Generator<Arg<Traced>, Yield = u32, Return = ()> {
    yield 0;
    let _ = yield 1;
    let _bound = yield 2;
    let (_a, _b) = (yield 3, yield 4);
    yield 5;
}

fn main() {
    let mut frame = keeps();
    assert_eq!(frame.start(), State::Yielded(0));
    assert_eq!(frame.send(Traced("ignored")), State::Yielded(1));
    assert_eq!(dropped(), ["ignored"]);
    assert_eq!(frame.send(Traced("underscore")), State::Yielded(2));
    assert_eq!(dropped(), ["underscore"]);
    assert_eq!(frame.send(Traced("bound")), State::Yielded(3));
    assert_eq!(frame.send(Traced("a")), State::Yielded(4));
    assert_eq!(dropped(), [""; 0]);
    assert_eq!(frame.send(Traced("b")), State::Yielded(5));
    assert_eq!(dropped(), [""; 0]);
    assert_eq!(frame.send(Traced("last")), State::Complete(()));
    assert_eq!(dropped(), ["last", "b", "a", "bound"]);

    let mut frame = keeps();
    assert_eq!(frame.start(), State::Yielded(0));
    assert_eq!(frame.send(Traced("1")), State::Yielded(1));
    assert_eq!(frame.send(Traced("2")), State::Yielded(2));
    assert_eq!(frame.send(Traced("bound")), State::Yielded(3));
    assert_eq!(frame.send(Traced("a")), State::Yielded(4));
    drop(frame);
    assert_eq!(dropped(), ["1", "2", "a", "bound"]);
}
