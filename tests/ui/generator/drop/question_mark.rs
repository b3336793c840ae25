//@ run-pass
//@ edition: 2024
//@ aux-build: tracer.rs

// `?` leaves through every scope around it, in both faces, before the error reaches the caller.

#![feature(native_generators)]

extern crate tracer;

use std::generator::*;
use tracer::{Traced, dropped};

fn returned(argument: Traced) => impl Generator<Yield = u32, Return = Result<(), Traced>> {
    let _local = Traced("local");
    for n in 0..3 {
        let _turn = Traced("turn");
        yield n;
        if n == 1 {
            let _inner = Traced("inner");
            Err(Traced("error"))?
        }
    }
    drop(argument);
    Ok(())
}

fn last_item(argument: Traced) => impl Iterator<Item = Result<u32, Traced>> {
    let _local = Traced("local");
    yield Ok(1);
    let n: u32 = Err(Traced("error"))?;
    yield Ok(n);
    drop(argument);
}

fn main() {
    let mut frame = returned(Traced("argument"));
    assert!(matches!(frame.step(&mut ()), State::Yielded(0)));
    assert!(matches!(frame.step(&mut ()), State::Yielded(1)));
    assert_eq!(dropped(), ["turn"]);
    let State::Complete(Err(error)) = frame.step(&mut ()) else { panic!() };
    assert_eq!(dropped(), ["inner", "turn", "local", "argument"]);
    drop((frame, error));
    assert_eq!(dropped(), ["error"]);

    let mut frame = last_item(Traced("argument"));
    assert!(matches!(frame.next(), Some(Ok(1))));
    assert!(matches!(frame.next(), Some(Err(Traced("error")))));
    assert!(frame.next().is_none());
    drop(frame);
    assert_eq!(dropped(), ["error", "local", "argument"]);
}
