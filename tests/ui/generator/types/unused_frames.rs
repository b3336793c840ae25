//@ edition: 2024

// A frame that is thrown away has run nothing.

#![feature(native_generators)]
#![deny(unused_must_use)]

use std::generator::Generator;

fn iterator() => impl Iterator<Item = u32> {
    yield 1
}

fn generator() => impl Generator<Yield = u32, Return = ()> {
    yield 1
}

trait Numbers: Generator<Yield = u32, Return = ()> {}
impl<G: Generator<Yield = u32, Return = ()>> Numbers for G {}

struct Pair(u32, u32);

impl Pair {
    fn both(&self) => impl Numbers {
        yield self.0;
        yield self.1;
    }
}

fn main() {
    iterator(); //~ ERROR unused generator that must be used
    generator(); //~ ERROR unused generator that must be used
    Pair(1, 2).both(); //~ ERROR unused generator that must be used
    || => { yield 1 }; //~ ERROR unused closure that must be used
    let _ = generator();
    drop(iterator());
}
