//@ edition: 2024

// What is a generator for another executor is not said to return something else, too.

#![feature(native_generators)]

use std::generator::{Executor, Future, Generator, Stream, Task};

trait Source<E: Executor> {
    fn value(&self) => impl Future<E, Return = u32>;
    fn items(&self) => impl Stream<E, Yield = u32, Return = ()>;
}

struct S;

impl Source<()> for S {
    fn value(&self) => impl Future<Task, Return = u32> { //~ ERROR E0277
        3
    }

    fn items(&self) => impl Stream<Task, Yield = u32, Return = ()> { //~ ERROR E0277
        yield 1;
    }
}

fn take<G: Generator<(), Yield = u32, Return = u32>>(_: G) {}
fn take_future<G: Future<(), Return = u32>>(_: G) {}

fn of_task() => impl Future<Task, Return = u32> {
    1
}

fn main() {
    take(vec![1]); //~ ERROR E0277
    take(3); //~ ERROR E0277
    take_future(of_task()); //~ ERROR E0277
}
