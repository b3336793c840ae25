//@ edition: 2024

// `await for` and `yield..` over what is no generator for the executor, nor turns into one.

#![feature(native_generators)]

use std::collections::HashMap;
use std::generator::{Future, Stream, Task};

fn stream() => impl Stream<Yield = u32, Return = ()> {
    yield 1;
}

fn plain() => impl Future<Return = ()> {
    await for _ in 5 {} //~ ERROR in a generator whose executor is `()`
    await for _ in "text" {} //~ ERROR in a generator whose executor is `()`
    await for _ in () {} //~ ERROR in a generator whose executor is `()`
    await for _ in stream {} //~ ERROR in a generator whose executor is `()`
}

fn references() => impl Future<Return = ()> {
    let mut frame = stream();
    await for _ in &mut frame {} //~ ERROR in a generator whose executor is `()`
    await for _ in &frame {} //~ ERROR in a generator whose executor is `()`
}

fn delegates() => impl Iterator<Item = u32> {
    yield.. 5; //~ ERROR in a generator whose executor is `()`
    yield.. stream; //~ ERROR in a generator whose executor is `()`
    yield.. Box::new(stream()); //~ ERROR in a generator whose executor is `()`
}

fn under_task(map: &HashMap<u32, u32>) => impl Future<Task, Return = ()> {
    await for _ in [1, 2] {} //~ ERROR in a generator whose executor is `Task`
    await for _ in 0..3 {} //~ ERROR in a generator whose executor is `Task`
    await for _ in map {} //~ ERROR in a generator whose executor is `Task`
}

fn iterates<I: IntoIterator>(items: I) => impl Future<Return = ()> {
    await for _ in items {} //~ ERROR in a generator whose executor is `()`
    //~| ERROR in a generator whose executor is `()`
}

fn main() {}
