//@ edition: 2024
//@ run-rustfix

// A generator for any executor is one for `Task`, and so turns into a future.

#![feature(native_generators)]

use std::generator::{Executor, Future, Generator as _, ready};

fn doubled<E: Executor>(n: u32) => impl Future<E, Return = u32> {
    2 * await ready(n)
}

async fn awaits() -> u32 {
    ready(1).await //~ ERROR is not a future
}

async fn awaits_generic() -> u32 {
    doubled(2).await //~ ERROR is not a future
}

fn main() {
    assert_eq!(std::generator::block_on(awaits()), 1);
    assert_eq!(std::generator::block_on(awaits_generic()), 4);
}
