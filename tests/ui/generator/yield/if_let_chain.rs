//@ run-pass
//@ edition: 2024

// `yield` in `if let` and `while let` chains: each link suspends only if the ones before it held.

#![feature(native_generators)]

use std::generator::*;

fn pairs() => impl Generator<Arg<Option<u32>>, Yield = &'static str, Return = u32> {
    let mut total = 0;
    while let Some(a) = (yield "first")
        && let Some(b) = (yield "second")
    {
        total += a * b;
    }
    if total > 0
        && let Some(factor) = (yield "factor")
    {
        total *= factor;
    }
    total
}

fn main() {
    let mut frame = pairs();
    assert_eq!(frame.start(), State::Yielded("first"));
    assert_eq!(frame.send(Some(2)), State::Yielded("second"));
    assert_eq!(frame.send(Some(3)), State::Yielded("first"));
    assert_eq!(frame.send(None), State::Yielded("factor"));
    assert_eq!(frame.send(Some(10)), State::Complete(60));

    let mut frame = pairs();
    assert_eq!(frame.start(), State::Yielded("first"));
    assert_eq!(frame.send(Some(2)), State::Yielded("second"));
    assert_eq!(frame.send(None), State::Complete(0));
}
