//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// The face `Generator` shows the raw frame: resumed in place, through a pin, with `()` by default.

#![feature(native_generators)]

use std::generator::{Generator, State};
use std::pin::Pin;

fn plain() => impl Generator<Yield = u32, Return = &'static str> {
    yield 1;
    yield 2;
    "end"
}

fn explicit() => impl Generator<(), Yield = u32, Return = ()> {
    let unit: () = yield 1;
    unit
}

fn drain<G>(mut generator: G) -> (Vec<G::Yield>, G::Return)
where
    G: Generator + Unpin,
{
    let mut yielded = Vec::new();
    loop {
        match Pin::new(&mut generator).resume(&mut ()) {
            State::Yielded(value) => yielded.push(value),
            State::Complete(value) => return (yielded, value),
        }
    }
}

fn main() {
    assert_eq!(drain(plain()), (vec![1, 2], "end"));
    assert_eq!(drain(explicit()), (vec![1], ()));

    let mut pinned = Box::pin(plain());
    assert_eq!(pinned.as_mut().resume(&mut ()), State::Yielded(1));
    let mut moved = pinned;
    assert_eq!(moved.as_mut().resume(&mut ()), State::Yielded(2));
    assert_eq!(moved.as_mut().resume(&mut ()), State::Complete("end"));
}
