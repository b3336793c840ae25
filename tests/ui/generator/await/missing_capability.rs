//@ edition: 2024

// What an awaited generator asks of the executor, the body must ask too.

#![feature(native_generators)]
#![allow(dead_code)]

use std::generator::{Executor, Future};

trait Timer: Executor {
    fn ticks(&mut self) -> u32;
}

fn now<E: Timer>() => impl Future<E, Return = u32> {
    (ref executor).ticks()
}

fn later<E: Executor>() => impl Future<E, Return = u32> {
    await now() + 1 //~ ERROR the trait bound `E: Timer` is not satisfied
}

fn main() {}
