//@ run-pass
//@ edition: 2024

// Zero-sized and uninhabited types are held, yielded, sent and returned like any other.

#![feature(native_generators)]

use std::convert::Infallible;
use std::generator::*;
use std::marker::PhantomData;

#[derive(Debug, PartialEq, Clone)]
struct Unit;

fn units(unit: Unit) => impl Generator<Arg<Unit>, Yield = Unit, Return = (Unit, [Unit; 2])> {
    let first = yield unit.clone();
    let second = yield first.clone();
    (unit, [first, second])
}

fn never<T>(fail: Option<Infallible>) => impl Generator<Yield = PhantomData<T>, Return = Unit> {
    yield PhantomData;
    match fail {
        None => Unit,
    }
}

fn main() {
    let mut frame = units(Unit);
    assert_eq!(frame.start(), State::Yielded(Unit));
    assert_eq!(frame.send(Unit), State::Yielded(Unit));
    assert_eq!(frame.send(Unit), State::Complete((Unit, [Unit, Unit])));

    let mut frame = never::<u32>(None);
    assert_eq!(frame.step(&mut ()), State::Yielded(PhantomData));
    assert_eq!(frame.step(&mut ()), State::Complete(Unit));
}
