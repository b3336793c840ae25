//@ run-rustfix
//@ edition: 2024

// The value is there, behind a semicolon too many.

#![feature(native_generators)]

use std::generator::Generator;

fn two() => impl Generator<Yield = u32, Return = u32> { //~ ERROR mismatched types
    yield 1;
    2;
}

fn main() {
    let _ = two();
}
