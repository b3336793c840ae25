//@ edition: 2024

// What an implementation yields, returns and is resumed with is what the trait says.

#![feature(native_generators)]

use std::generator::{Arg, Generator};

trait Source {
    fn items(&self) => impl Iterator<Item = u32>;
    fn returned(&self) => impl Generator<Yield = u32, Return = ()>;
    fn resumed(&self) => impl Generator<Arg<u32>, Yield = u32, Return = ()>;
}

struct Upto(u32);

impl Source for Upto {
    fn items(&self) => impl Iterator<Item = u64> {
        //~^ ERROR to be an iterator that yields `u32`, but it yields `u64`
        yield 1
    }

    fn returned(&self) => impl Generator<Yield = u32, Return = u32> {
        //~^ ERROR type mismatch resolving
        yield 1;
        self.0
    }

    fn resumed(&self) => impl Generator<Yield = u32, Return = ()> {
        //~^ ERROR is not a generator for the executor `Arg<u32>`
        yield 1
    }
}

fn main() {}
