//@ edition: 2024

// What runs a future runs those of its executor: the others are not said to be "no iterators".

#![feature(native_generators)]

use std::generator::{self, EventLoop, Future, Stream, Task};

fn plain() => impl Future<Return = u32> {
    1
}

fn task() => impl Future<Task, Return = u32> {
    1
}

fn stream() => impl Stream<Yield = u32, Return = ()> {
    yield 1;
}

fn main() {
    generator::run(task()); //~ ERROR not a generator for the executor `()`
    generator::run(std::future::ready(1)); //~ ERROR not a generator for the executor `()`
    generator::run(stream()); //~ ERROR type mismatch resolving
    generator::block_on(plain()); //~ ERROR not a generator for the executor `Task`
    EventLoop::new().run(task()); //~ ERROR not a generator for the executor `EventLoop`
    EventLoop::new().run(async {}); //~ ERROR not a generator for the executor `EventLoop`
}
