//@ edition: 2024
//@ run-rustfix

// Where an operand is what a macro makes, a suggestion is about its call.

#![feature(native_generators)]

use std::generator::{Stream, Task};

fn numbers() => impl Stream<Task, Yield = u32, Return = ()> {
    yield.. vec![1, 2]; //~ ERROR cannot be run by `yield..`
}

fn main() {
    let _ = numbers();
}
