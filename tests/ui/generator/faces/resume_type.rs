//@ edition: 2024

// The executor says what a `yield` evaluates to.

#![feature(native_generators)]

use std::generator::{Arg, Executor, Generator};

fn arg() => impl Generator<Arg<u32>, Yield = u32, Return = ()> {
    let _: bool = yield 1; //~ ERROR mismatched types
    let sent = yield 2;
    sent.len(); //~ ERROR no method named `len` found for type `u32`
}

fn iterator() => impl Iterator<Item = u32> {
    let _: u32 = yield 1; //~ ERROR mismatched types
}

fn generic<E: Executor>() => impl Generator<E, Yield = u32, Return = ()> {
    let _: u32 = yield 1; //~ ERROR mismatched types
}

fn main() {}
