//@ edition: 2024

// What `yield..` cannot hand on the values of.

#![feature(native_generators)]

use std::generator::{Arg, Executor, Generator, Stream};

fn count<E: Executor>(n: u32) => impl Stream<E, Yield = u32, Return = ()> {
    yield n;
}

fn is_sent() => impl Generator<Arg<u8>, Yield = u32, Return = ()> {
    yield.. count::<()>(1);
    //~^ ERROR cannot be run by `yield..` in a generator whose executor is `Arg<u8>`
    yield.. [1, 2]; //~ ERROR cannot be run by `yield..` in a generator whose executor is `Arg<u8>`
    yield.. count(1);
}

fn synchronous() => impl Iterator<Item = u32> {
    yield.. is_sent(); //~ ERROR cannot be run by `yield..` in a generator whose executor is `()`
    yield.. 5; //~ ERROR cannot be run by `yield..` in a generator whose executor is `()`
}

fn main() {}
