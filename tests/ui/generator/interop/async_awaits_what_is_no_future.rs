//@ edition: 2024

// In `async` code a frame of another executor, or one that yields, is no future: what is offered
// helps, or nothing is.

#![feature(native_generators)]

use std::generator::{EventLoop, Future, Stream, Task, ready};

fn plain() => impl Future<Return = u32> {
    1
}

fn event_loop() => impl Future<EventLoop, Return = u32> {
    1
}

fn stream() => impl Stream<Task, Yield = u32, Return = ()> {
    yield 1;
}

async fn awaits() -> u32 {
    plain().await; //~ ERROR is not a future
    event_loop().await; //~ ERROR is not a future
    stream().await; //~ ERROR is not a future
    ready(1).await //~ ERROR is not a future
}

async fn iterates() {
    for _ in stream() {} //~ ERROR is not an iterator
}

fn main() {}
