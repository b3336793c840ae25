//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// An iterator waits for no value: under `Arg` it is awaited for within one resumption.

#![feature(native_generators)]

use std::generator::{Arg, Generator, State, from_iter};

fn sums() => impl Generator<Arg<u32>, Yield = u32, Return = u32> {
    let mut sum = 0;
    await for n in from_iter(1..4) {
        sum += n;
    }
    let sent = yield sum;
    await for n in from_iter(vec![sent, sent]) {
        sum += n;
    }
    sum
}

/// What is delegated to takes the place of a `yield`, and a value with it.
fn delegated() => impl Generator<Arg<&'static str>, Yield = u32, Return = &'static str> {
    yield.. from_iter(vec![1, 2]);
    yield 3
}

fn main() {
    let mut frame = sums();
    assert_eq!(frame.start(), State::Yielded(6));
    assert_eq!(frame.send(10), State::Complete(26));

    let mut frame = delegated();
    assert_eq!(frame.start(), State::Yielded(1));
    assert_eq!(frame.send("lost"), State::Yielded(2));
    assert_eq!(frame.send("lost too"), State::Yielded(3));
    assert_eq!(frame.send("kept"), State::Complete("kept"));
}
