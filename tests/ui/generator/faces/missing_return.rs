//@ edition: 2024

// A body that ends without the value that its face promises.

#![feature(native_generators)]

use std::generator::Generator;

fn empty() => impl Generator<Yield = u32, Return = String> {} //~ ERROR mismatched types

fn ends_with_yield() => impl Generator<Yield = u32, Return = u32> { //~ ERROR mismatched types
    yield 1;
}

fn ends_with_loop(mut n: u32) => impl Generator<Yield = u32, Return = u32> {
    while n > 0 { //~ ERROR mismatched types
        yield n;
        n -= 1;
    }
}

fn main() {}
