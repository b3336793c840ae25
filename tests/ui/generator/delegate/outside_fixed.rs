//@ edition: 2024
//@ run-rustfix

// A function whose body is refused for a `yield..` is not told about its return type too.

#![feature(native_generators)]
#![allow(dead_code)]

use std::generator::Stream;

fn statement() -> impl Stream<Yield = u32, Return = ()> {
    yield.. [1, 2]; //~ ERROR `yield..` outside of a generator
}

fn statements(n: u32) -> impl Iterator<Item = u32> {
    yield.. 0..n; //~ ERROR `yield..` outside of a generator
    yield.. (0..n).rev(); //~ ERROR `yield..` outside of a generator
}

fn main() {}
