//@ run-pass
//@ edition: 2024
//@ aux-build: writer.rs

// Macros of a crate without the gate write generators into a crate with it.

#![feature(native_generators)]

extern crate writer;

use std::generator::*;
use writer::{ask, count, ranges};

ranges! {
    fn below(n: u32) => 0..n;
    fn between(from: u8, to: u8) => from..=to;
}

fn doubled(n: u32) => impl Iterator<Item = u32> {
    count!(i, n, yield i * 2);
}

fn asked() => impl Generator<Arg<u32>, Yield = &'static str, Return = u32> {
    ask!("a") + ask!("b")
}

fn main() {
    assert_eq!(below(3).collect::<Vec<_>>(), [0, 1, 2]);
    assert_eq!(between(1, 2).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(doubled(3).collect::<Vec<_>>(), [0, 2, 4]);

    let mut frame = asked();
    assert_eq!(frame.start(), State::Yielded("a"));
    assert_eq!(frame.send(1), State::Yielded("b"));
    assert_eq!(frame.send(2), State::Complete(3));
}
