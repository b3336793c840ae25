//@ edition: 2024

// Inside a generator body, calling another generator function resumes nothing either.

#![feature(native_generators)]
#![deny(unused_must_use)]

use std::generator::Generator;

fn one() => impl Generator<Yield = u32, Return = u32> {
    yield 1;
    1
}

fn caller(n: u32) => impl Iterator<Item = u32> {
    one(); //~ ERROR unused generator that must be used
    yield n;
    if n > 1 {
        caller(1); //~ ERROR unused generator that must be used
    }
    (one(), yield n); //~ ERROR unused generator in tuple element 0
    n + 1; //~ ERROR unused arithmetic operation that must be used
}

fn main() {}
