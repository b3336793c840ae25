//@ edition: 2024

// What is delegated to has to yield what the body yields, and its value is used as it is.

#![feature(native_generators)]

use std::generator::{Arg, Future, Generator, Stream};

fn bytes() => impl Stream<Yield = u8, Return = bool> {
    yield 1;
    true
}

fn numbers() => impl Stream<Yield = u32, Return = bool> {
    yield 1;
    true
}

fn other_type() => impl Iterator<Item = u32> {
    yield.. bytes(); //~ ERROR mismatched types
    yield.. ["a", "b"]; //~ ERROR mismatched types
}

fn reference() => impl Iterator<Item = u32> {
    yield.. &[1, 2]; //~ ERROR mismatched types
}

fn in_a_future() => impl Future<Return = ()> {
    yield.. numbers(); //~ ERROR mismatched types
}

fn in_a_core_future() => impl core::future::Future<Output = ()> {
    yield.. std::generator::from_iter([1]); //~ ERROR mismatched types
}

fn value() => impl Iterator<Item = u32> {
    let number: u32 = yield.. numbers(); //~ ERROR mismatched types
    yield number;
    if (yield.. numbers()) == 1 {} //~ ERROR mismatched types
}

fn left_as_the_tail() => impl Iterator<Item = u32> {
    yield.. numbers() //~ ERROR mismatched types
}

fn returned() => impl Generator<Yield = u32, Return = u32> {
    return yield.. numbers(); //~ ERROR mismatched types
}

fn closure() {
    let closure = |n: u32| => {
        yield n;
        yield.. bytes(); //~ ERROR mismatched types
    };
    drop(closure);
}

fn resumed_otherwise() => impl Stream<Arg<u32>, Yield = u32, Return = ()> {
    let sent: &str = yield.. std::generator::from_iter([1]); //~ ERROR mismatched types
    drop(sent);
}

fn main() {}
