//@ edition: 2024
//@ run-rustfix

// What `=>` would make a generator of is fixed by it.

#![feature(native_generators)]
#![allow(unused)]

use std::generator::*;

fn faced() -> impl Generator<Yield = u32, Return = u32> + use<> {
    yield 1; //~ ERROR `yield` outside of a generator
    todo!()
}

fn main() {
    let expression = |n: u32| yield n; //~ ERROR `yield` outside of a generator
    let block = |n: u32| { yield n; }; //~ ERROR `yield` outside of a generator
    let _: Vec<u32> = expression(1).into_iter().collect();
}
