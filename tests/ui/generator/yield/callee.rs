//@ run-pass
//@ edition: 2024

// `yield` in the arguments of a function pointer and of a consumed closure, and as the callee.

#![feature(native_generators)]

use std::generator::*;

fn double(n: u32) -> u32 {
    n * 2
}

fn calls<F>(pointer: fn(u32) -> u32, once: F) => impl Generator<Arg<u32>, Yield = u32, Return = u32>
where
    F: FnOnce(u32) -> u32,
{
    let first = pointer(yield 1);
    once(yield first)
}

fn chosen() => impl Generator<Arg<fn(u32) -> u32>, Yield = (), Return = u32> {
    (yield ())(4)
}

fn main() {
    let mut frame = calls(double, |n| n + 1);
    assert_eq!(frame.start(), State::Yielded(1));
    assert_eq!(frame.send(5), State::Yielded(10));
    assert_eq!(frame.send(7), State::Complete(8));

    let mut frame = chosen();
    assert_eq!(frame.start(), State::Yielded(()));
    assert_eq!(frame.send(double as fn(u32) -> u32), State::Complete(8));
}
