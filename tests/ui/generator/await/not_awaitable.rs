//@ edition: 2024

// What is awaited must be a future for the executor of the body.

#![feature(native_generators)]
#![allow(dead_code)]

use std::generator::{self, *};

fn count(n: u32) => impl Generator<Yield = u32, Return = ()> {
    for i in 0..n {
        yield i
    }
}

fn yields() => impl generator::Future<(), Return = ()> {
    await count(3) //~ ERROR cannot be awaited in a generator whose executor is `()`
}

fn future_of_core() => impl generator::Future<(), Return = ()> {
    await std::future::ready(()) //~ ERROR cannot be awaited in a generator whose executor is `()`
}

fn number() => impl core::future::Future<Output = u32> {
    5.await //~ ERROR cannot be awaited in a generator whose executor is `Task`
}

fn main() {}
