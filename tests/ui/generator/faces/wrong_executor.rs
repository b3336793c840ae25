//@ edition: 2024

// A frame is resumed by the executor that its face names, and by no other.

#![feature(native_generators)]

use std::generator::{Arg, Generator};

fn plain() => impl Generator<Yield = u32, Return = ()> {
    yield 1;
}

fn sent() => impl Generator<Arg<u32>, Yield = u32, Return = ()> {
    yield 1;
}

fn main() {
    let mut frame = plain();
    frame.step(&mut Arg::new(1)); //~ ERROR mismatched types
    frame.step(); //~ ERROR this method takes 1 argument but 0 arguments were supplied
    frame.send(1); //~ ERROR is not a generator for the executor `Arg<_>`

    let mut frame = sent();
    frame.start();
    frame.step(&mut ()); //~ ERROR mismatched types
}
