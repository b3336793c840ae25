//@ edition: 2024

// The pattern of `await for` must match whatever comes, and the loop has no `else`.

#![feature(native_generators)]
#![allow(dead_code)]

use std::generator::{Future, Stream};

fn some(
    numbers: impl Stream<Yield = Option<u32>, Return = ()> + Unpin,
) => impl Future<Return = ()> {
    await for Some(_) in numbers {} //~ ERROR refutable pattern in `await for` binding
}

fn main() {}
