//@ run-rustfix
//@ edition: 2024

// The help for a value of another type compiles.

#![feature(native_generators)]

use std::generator::Generator;

fn text() => impl Iterator<Item = String> {
    yield "one"; //~ ERROR mismatched types
    let number = 2;
    yield number; //~ ERROR mismatched types
}

fn returned() => impl Generator<Yield = u32, Return = String> {
    yield 1;
    'c' //~ ERROR mismatched types
}

fn main() {
    let _ = text();
    let _ = returned();
    let _ = |text: String| => {
        yield text;
        yield "two"; //~ ERROR mismatched types
    };
}
