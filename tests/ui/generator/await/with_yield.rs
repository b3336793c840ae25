//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// `yield await x`, `await f(yield x)`, and both in one expression.

#![feature(native_generators)]

use std::generator::{Arg, Future, Generator, State, ready};

fn double<T>(n: u32) => impl Future<Arg<T>, Return = u32> {
    2 * n
}

fn mixed() => impl Generator<Arg<u32>, Yield = u32, Return = u32> {
    let a = yield await double(1);
    let b = await double(yield await double(a));
    let c = (yield b) + await ready(1);
    let d = yield (yield c).pow(2) + double(3).await;
    return yield await ready(d);
}

fn main() {
    let mut mixed = mixed();
    assert_eq!(mixed.start(), State::Yielded(2));
    assert_eq!(mixed.send(5), State::Yielded(10));
    assert_eq!(mixed.send(7), State::Yielded(14));
    assert_eq!(mixed.send(20), State::Yielded(21));
    assert_eq!(mixed.send(3), State::Yielded(15));
    assert_eq!(mixed.send(50), State::Yielded(50));
    assert_eq!(mixed.send(9), State::Complete(9));
}
