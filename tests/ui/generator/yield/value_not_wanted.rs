//@ edition: 2024
//@ run-rustfix

// What a `yield` gives back at the end of something that has no value.

#![feature(native_generators)]
#![allow(dead_code)]

use std::generator::{Arg, Executor, Stream};

fn arm<E: Executor>(n: u32) => impl Stream<E, Yield = u32, Return = ()> {
    match n {
        0 => yield 1, //~ ERROR E0308
        _ => {}
    }
}

fn tail<E: Executor>(n: u32) => impl Stream<E, Yield = u32, Return = ()> {
    yield n //~ ERROR E0308
}

fn in_loop() => impl Stream<Arg<u32>, Yield = u32, Return = ()> {
    for i in 0..3 {
        yield i //~ ERROR E0308
    }
}

fn in_block<E: Executor>(n: u32) => impl Stream<E, Yield = u32, Return = ()> {
    match n {
        0 => {
            yield 1 //~ ERROR E0308
        }
        _ => {}
    }
}

fn main() {}
