//@ run-rustfix
//@ edition: 2024

// To resume a frame is to change it.

#![feature(native_generators)]

use std::generator::{Arg, Generator, State};

fn iterator() => impl Iterator<Item = u32> {
    yield 1;
}

fn generator() => impl Generator<Yield = u32, Return = ()> {
    yield 1;
}

fn sent() => impl Generator<Arg<u32>, Yield = u32, Return = ()> {
    yield 1;
}

fn main() {
    let frame = iterator();
    assert_eq!(frame.next(), Some(1)); //~ ERROR cannot borrow `frame` as mutable
    let frame = generator();
    assert_eq!(frame.step(&mut ()), State::Yielded(1)); //~ ERROR cannot borrow `frame` as mutable
    let frame = sent();
    assert_eq!(frame.start(), State::Yielded(1)); //~ ERROR cannot borrow `frame` as mutable
    let closure = || => { yield 1 };
    let frame = closure();
    assert_eq!(frame.step(&mut ()), State::Yielded(1)); //~ ERROR cannot borrow `frame` as mutable
}
