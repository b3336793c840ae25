//@ edition: 2024

// What yields is no future, and says so.

#![feature(native_generators)]

use std::generator::{Stream, Task};

fn numbers() => impl Stream<Task, Yield = u32, Return = ()> {
    yield 1;
}

async fn awaits() {
    numbers().await //~ ERROR is not a future
}

fn main() {}
