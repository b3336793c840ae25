//@ edition: 2024

// What a face does not say the caller does not know: a frame that runs under another executor, that
// returns something, or that is seen through a trait's method turns into nothing.

#![feature(native_generators)]

use std::generator::{Arg, Executor, Generator, Stream};

fn returns() => impl Generator<Yield = u32, Return = u32> {
    yield 1;
    2
}

fn is_sent() => impl Generator<Arg<u32>, Yield = u32, Return = ()> {
    yield 1;
}

fn any<E: Executor>() => impl Stream<E, Yield = u32, Return = ()> {
    yield 1;
}

trait Source {
    fn items(&self) => impl Generator<Yield = u32, Return = ()>;
}

fn method(source: impl Source) {
    for _ in source.items() {} //~ ERROR is not an iterator
    for _ in source.items().iter() {}
}

async fn yields() {
    returns().await; //~ ERROR is not a future
}

fn main() {
    for _ in returns() {} //~ ERROR is not an iterator
    for _ in is_sent() {} //~ ERROR is not an iterator
    for _ in any::<()>() {} //~ ERROR is not an iterator
    for _ in any().iter() {}
}
