//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// `&&` and `||` suspend only where they go on to evaluate.

#![feature(native_generators)]

use std::generator::*;

fn both() => impl Generator<Arg<bool>, Yield = u32, Return = bool> {
    (yield 1) && (yield 2)
}

fn either() => impl Generator<Arg<bool>, Yield = u32, Return = bool> {
    (yield 1) || (yield 2)
}

fn main() {
    let mut frame = both();
    assert_eq!(frame.start(), State::Yielded(1));
    assert_eq!(frame.send(false), State::Complete(false));

    let mut frame = both();
    assert_eq!(frame.start(), State::Yielded(1));
    assert_eq!(frame.send(true), State::Yielded(2));
    assert_eq!(frame.send(true), State::Complete(true));

    let mut frame = either();
    assert_eq!(frame.start(), State::Yielded(1));
    assert_eq!(frame.send(true), State::Complete(true));

    let mut frame = either();
    assert_eq!(frame.start(), State::Yielded(1));
    assert_eq!(frame.send(false), State::Yielded(2));
    assert_eq!(frame.send(false), State::Complete(false));
}
