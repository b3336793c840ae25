//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// `yield` as the tail of blocks: plain, `unsafe`, labelled and the body itself.

#![feature(native_generators)]

use std::generator::*;

unsafe fn successor(n: *const u32) -> u32 {
    unsafe { *n + 1 }
}

fn tails(n: &u32) => impl Generator<Arg<u32>, Yield = u32, Return = u32> {
    let plain = {
        let inner = *n;
        yield inner
    };
    let from_unsafe = unsafe {
        let inner = successor(n);
        yield inner
    };
    let labelled = 'block: {
        if plain == from_unsafe {
            break 'block yield 0;
        }
        yield plain + from_unsafe
    };
    yield labelled
}

fn main() {
    let mut frame = tails(&7);
    assert_eq!(frame.start(), State::Yielded(7));
    assert_eq!(frame.send(1), State::Yielded(8));
    assert_eq!(frame.send(2), State::Yielded(3));
    assert_eq!(frame.send(4), State::Yielded(4));
    assert_eq!(frame.send(5), State::Complete(5));

    let mut frame = tails(&7);
    assert_eq!(frame.start(), State::Yielded(7));
    assert_eq!(frame.send(1), State::Yielded(8));
    assert_eq!(frame.send(1), State::Yielded(0));
}
