//@ edition: 2024

// Every generator function has a frame of its own type, faces alike or not.

#![feature(native_generators)]

use std::generator::Generator;

fn one() => impl Iterator<Item = u32> {
    yield 1
}

fn two() => impl Iterator<Item = u32> {
    yield 2
}

fn three() => impl Generator<Yield = u32, Return = ()> {
    yield 3
}

fn main() {
    let mut frame = one();
    frame = two(); //~ ERROR mismatched types
    let _ = if frame.next().is_some() { one() } else { two() };
    //~^ ERROR `if` and `else` have incompatible types
    let _ = [one(), three()]; //~ ERROR mismatched types
    let _: u32 = three(); //~ ERROR mismatched types
}
