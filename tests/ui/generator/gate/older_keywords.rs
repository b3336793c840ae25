//@ run-pass
//@ revisions: e2015 e2018 e2021
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021

// Before edition 2024 `gen` is a name like any other, and generators may bear it.

#![feature(native_generators)]

use std::generator::*;

mod gen {
    pub fn gen(gen: u32) => impl Iterator<Item = u32> {
        for gen in 0..gen {
            yield gen
        }
    }
}

fn squares() => impl Generator<Arg<u32>, Yield = u32, Return = ()> {
    let mut gen = 0;
    loop {
        gen = yield gen * gen;
    }
}

fn main() {
    let mut gen = squares();
    assert_eq!(gen.start(), State::Yielded(0));
    assert_eq!(gen.send(3), State::Yielded(9));
    assert_eq!(gen::gen(3).collect::<Vec<_>>(), [0, 1, 2]);
}
