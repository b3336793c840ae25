//@ run-pass
//@ edition: 2024
//@ needs-unwind
//@ aux-build: caught.rs

// The face `Iterator` gives `None` for ever after a panic, as it does after the end.

#![feature(native_generators)]

extern crate caught;

use caught::message;
use std::generator::*;

fn items() => impl Iterator<Item = u32> {
    yield 1;
    panic!("on the way");
}

fn raw() => impl Generator<Yield = u32, Return = ()> {
    yield 1;
    panic!("on the way");
}

fn main() {
    let mut frame = items();
    assert_eq!(frame.next(), Some(1));
    assert_eq!(message(|| frame.next()), "on the way");
    assert_eq!(frame.next(), None);
    assert_eq!(frame.next(), None);
    assert_eq!(frame.count(), 0);

    let mut through_iter = raw().iter();
    assert_eq!(through_iter.next(), Some(1));
    assert_eq!(message(|| through_iter.next()), "on the way");
    assert_eq!(through_iter.next(), None);

    let closure = |fail: bool| => {
        yield 1;
        assert!(!fail, "on the way");
    };
    let mut through_frame = closure(true).into_iter();
    assert_eq!(through_frame.next(), Some(1));
    assert_eq!(message(|| through_frame.next()), "on the way");
    assert_eq!(through_frame.next(), None);
}
