//@ edition: 2024

// The tail of the body is coerced to the `Return` of the face.

#![feature(native_generators)]

use std::generator::{Arg, Generator};

fn mismatched() => impl Generator<Yield = u32, Return = u32> {
    yield 1;
    "two" //~ ERROR mismatched types
}

fn unit() => impl Generator<Yield = u32, Return = ()> {
    yield 1;
    7 //~ ERROR mismatched types
}

fn in_branches(long: bool) => impl Generator<Arg<u32>, Yield = u32, Return = Result<u32, String>> {
    let sent = yield 1;
    if long {
        Ok(sent)
    } else {
        sent //~ ERROR mismatched types
    }
}

fn no_else(stop: bool) => impl Generator<Yield = u32, Return = u32> {
    yield 1;
    if stop { 2 } //~ ERROR `if` may be missing an `else` clause
}

fn main() {}
