//@ edition: 2024

// Those who come from `async` code write `for await`: in a generator body it is `await for`.

#![feature(native_generators)]

use std::generator::{Future, Stream};

fn numbers() => impl Stream<Yield = u32, Return = ()> {
    yield 1;
}

fn each() => impl Future<Return = ()> {
    for await n in numbers() { //~ ERROR `for await` in a generator
        assert_eq!(n, 1);
    }
}

fn main() {}
