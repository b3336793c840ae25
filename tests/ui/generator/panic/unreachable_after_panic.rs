//@ check-pass
//@ edition: 2024

// A body that panics before it ends needs no more of what its face promises.

#![feature(native_generators)]
#![warn(unreachable_code)]

use std::generator::Generator;

pub fn statement() => impl Generator<Yield = u32, Return = String> {
    yield 1;
    panic!("no second number");
    yield 2; //~ WARN unreachable statement
}

pub fn operand(n: u32) => impl Iterator<Item = u32> {
    yield panic!("no number {n}");
    yield n; //~ WARN unreachable statement
}

pub fn branch(stop: bool) => impl Generator<Yield = u32, Return = u32> {
    if stop { unreachable!() } else { yield 1 }
    todo!()
}

fn main() {}
