//@ edition: 2024

// The arguments of a generator closure are checked where it is passed.

#![feature(native_generators)]

use std::generator::Generator;

fn takes<G: Generator<Yield = u32, Return = ()>>(_make: impl Fn(u32) -> G) {}

fn main() {
    takes(|| => { yield 1 }); //~ ERROR closure is expected to take 1 argument, but it takes 0
    takes(|n: u32, _: u32| => { yield n }); //~ ERROR closure is expected to take 1 argument, but it
    takes(|_: &str| => { yield 1 }); //~ ERROR type mismatch in closure arguments
    takes(|| => {}); //~ ERROR closure is expected to take 1 argument, but it takes 0 arguments
}
