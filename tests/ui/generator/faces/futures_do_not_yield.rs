//@ edition: 2024

// A future yields nothing: a `yield` in it says so, and names the faces that do.

#![feature(native_generators)]
#![feature(never_type)]

use std::generator::{Executor, Future, Generator, Task};

trait Job: Future<Return = ()> {}
impl<G: Future<Return = ()>> Job for G {}

fn native() => impl Future<Return = ()> {
    yield 1; //~ ERROR mismatched types
}

fn unit() => impl Future<Return = ()> {
    yield; //~ ERROR mismatched types
}

fn core_face() => impl core::future::Future<Output = ()> {
    yield "text"; //~ ERROR mismatched types
}

fn own() => impl Job {
    yield 1; //~ ERROR mismatched types
}

fn generic<E: Executor>() => impl Generator<E, Yield = !, Return = ()> {
    yield 1; //~ ERROR mismatched types
}

fn main() {
    std::generator::block_on((|| => { //~ ERROR is not satisfied
        yield 1;
        let task: &mut Task = ref executor;
        task.waker().wake();
    })());
}
