//@ run-pass
//@ edition: 2024

// `yield` of a `yield`, `return` of a `yield`, and `yield` without an operand.

#![feature(native_generators)]

use std::generator::*;

fn nested() => impl Generator<Arg<u32>, Yield = u32, Return = u32> {
    return yield yield yield 1;
}

fn sums() => impl Generator<Arg<u32>, Yield = u32, Return = u32> {
    yield (yield 1) + (yield 2)
}

fn bare() => impl Generator<Arg<u32>, Yield = (), Return = u32> {
    yield;
    let a = yield;
    a + { yield }
}

fn main() {
    let mut frame = nested();
    assert_eq!(frame.start(), State::Yielded(1));
    assert_eq!(frame.send(2), State::Yielded(2));
    assert_eq!(frame.send(3), State::Yielded(3));
    assert_eq!(frame.send(4), State::Complete(4));

    let mut frame = sums();
    assert_eq!(frame.start(), State::Yielded(1));
    assert_eq!(frame.send(10), State::Yielded(2));
    assert_eq!(frame.send(20), State::Yielded(30));
    assert_eq!(frame.send(40), State::Complete(40));

    let mut frame = bare();
    assert_eq!(frame.start(), State::Yielded(()));
    assert_eq!(frame.send(1), State::Yielded(()));
    assert_eq!(frame.send(2), State::Yielded(()));
    assert_eq!(frame.send(3), State::Complete(5));
}
