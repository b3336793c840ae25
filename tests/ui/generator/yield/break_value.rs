//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// `yield` as the value of a `break` out of a loop.

#![feature(native_generators)]

use std::generator::*;

fn last() => impl Generator<Arg<u32>, Yield = u32, Return = (u32, u32)> {
    let mut n = 0;
    let inner = loop {
        if n == 2 {
            break yield n * 10;
        }
        n += 1;
    };
    let outer = 'outer: loop {
        loop {
            break 'outer yield inner;
        }
    };
    (inner, outer)
}

fn main() {
    let mut frame = last();
    assert_eq!(frame.start(), State::Yielded(20));
    assert_eq!(frame.send(5), State::Yielded(5));
    assert_eq!(frame.send(6), State::Complete((5, 6)));
}
