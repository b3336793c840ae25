//@ edition: 2024

// What is yielded is coerced to what the face says.

#![feature(native_generators)]

use std::generator::{Arg, Generator};

fn iterator() => impl Iterator<Item = u32> {
    yield 1;
    yield "one"; //~ ERROR mismatched types
    yield; //~ ERROR mismatched types
}

fn generator() => impl Generator<Yield = Box<dyn Fn(u32) -> u32>, Return = ()> {
    yield Box::new(|n| n + 1);
    yield |n| n + 2; //~ ERROR mismatched types
}

fn reference(n: &u32) => impl Iterator<Item = &mut u32> {
    yield n; //~ ERROR mismatched types
}

trait Twice: Generator<Arg<u32>, Yield = Option<u32>, Return = ()> {}
impl<G: Generator<Arg<u32>, Yield = Option<u32>, Return = ()>> Twice for G {}

fn own_trait() => impl Twice {
    let sent = yield None;
    yield sent; //~ ERROR mismatched types
}

fn main() {}
