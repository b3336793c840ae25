//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// A long chain of delegations: each value and each resume value goes through all of it.

#![feature(native_generators)]

use std::generator::{Arg, Boxed, Generator, IntoBox, State};

fn innermost() => impl Generator<Arg<u32>, Yield = u32, Return = u32> {
    let mut sum = 0;
    loop {
        match (yield sum) {
            0 => return sum,
            n => sum += n,
        }
    }
}

fn around(
    depth: u32,
    inner: Boxed<'static, Arg<u32>, u32, u32>,
) => impl Generator<Arg<u32>, Yield = u32, Return = u32> {
    let end = yield.. inner;
    end + depth
}

macro_rules! chain {
    ($($name:ident => $inner:ident)*) => {$(
        fn $name() => impl Generator<Arg<u32>, Yield = u32, Return = u32> {
            1 + (yield.. $inner())
        }
    )*};
}

chain! {
    a => innermost
    b => a
    c => b
    d => c
    e => d
    f => e
    g => f
    h => g
}

fn main() {
    let mut frame = h();
    assert_eq!(frame.start(), State::Yielded(0));
    assert_eq!(frame.send(100), State::Yielded(100));
    assert_eq!(frame.send(100), State::Yielded(200));
    assert_eq!(frame.send(0), State::Complete(208));

    let mut frame = innermost().into_box();
    for depth in 0..50 {
        frame = around(depth, frame).into_box();
    }
    assert_eq!(frame.start(), State::Yielded(0));
    for n in 1..100 {
        assert_eq!(frame.send(1), State::Yielded(n));
    }
    assert_eq!(frame.send(0), State::Complete(99 + 49 * 25));
}
