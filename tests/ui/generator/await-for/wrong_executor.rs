//@ edition: 2024

// What `await for` cannot run.

#![feature(native_generators)]

use std::generator::{self, Executor, Task};

fn iterator<E: Executor>() => impl generator::Future<E, Return = ()> {
    await for _ in 0..3 {} //~ ERROR cannot be run by `await for` in a generator whose executor is `E`
}

fn collection() => impl generator::Future<Task, Return = ()> {
    await for _ in vec![1, 2] {}
    //~^ ERROR cannot be run by `await for` in a generator whose executor is `Task`
}

fn number() => impl generator::Future<Return = ()> {
    await for _ in 3 {} //~ ERROR cannot be run by `await for` in a generator whose executor is `()`
}

fn main() {}
