//@ run-pass
//@ edition: 2024

// `=>` alone makes the body a generator: a body without any `yield` keeps its type.

#![feature(native_generators)]

use std::generator::*;

fn nothing() => impl Iterator<Item = u32> {}

fn answer() => impl Generator<Yield = u32, Return = &'static str> {
    "forty-two"
}

fn main() {
    assert_eq!(nothing().next(), None);
    assert_eq!(answer().step(&mut ()), State::Complete("forty-two"));
}
