//@ run-pass
//@ edition: 2024
//@ aux-build: tracer.rs

// What a closure moved into its frame is dropped with the frame, once, in each of its states.

#![feature(native_generators)]

extern crate tracer;

use std::generator::*;
use tracer::{Traced, dropped};

fn frame(captured: Traced) -> impl Generator<Yield = u32, Return = ()> {
    let closure = move |argument: Traced| => {
        let _local = Traced("local");
        yield captured.name().len() as u32;
        drop(captured);
        yield 0;
        let _ = &argument;
    };
    closure(Traced("argument"))
}

fn main() {
    drop(frame(Traced("captured")));
    let mut names = dropped();
    names.sort();
    assert_eq!(names, ["argument", "captured"]);

    let mut suspended = frame(Traced("captured"));
    assert_eq!(suspended.step(&mut ()), State::Yielded(8));
    assert_eq!(dropped(), [""; 0]);
    drop(suspended);
    let mut names = dropped();
    assert_eq!(names.remove(0), "local");
    names.sort();
    assert_eq!(names, ["argument", "captured"]);

    let mut moved_out = frame(Traced("captured"));
    assert_eq!(moved_out.step(&mut ()), State::Yielded(8));
    assert_eq!(moved_out.step(&mut ()), State::Yielded(0));
    assert_eq!(dropped(), ["captured"]);
    assert_eq!(moved_out.step(&mut ()), State::Complete(()));
    assert_eq!(dropped(), ["local", "argument"]);
    drop(moved_out);
    assert_eq!(dropped(), [""; 0]);
}
