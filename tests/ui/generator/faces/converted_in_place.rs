//@ edition: 2024
//@ run-rustfix

// What turns a generator into an iterator or a future is called on the generator itself, and not on
// what was made of it.

#![feature(native_generators)]

#[allow(unused_imports)]
use std::generator::{Future, Generator, Stream};

fn stream() => impl Stream<Yield = u32, Return = ()> {
    yield 1;
    yield 2;
}

fn three() => impl Future<std::generator::Task, Return = u32> {
    3
}

fn returned() -> impl Iterator<Item = u32> { //~ ERROR is not an iterator
    stream()
}

fn boxed() -> Box<dyn Iterator<Item = u32>> {
    Box::new(stream()) //~ ERROR is not an iterator
}

fn taken(future: impl core::future::Future<Output = u32>) {
    drop(future);
}

fn takes() {
    taken(three()); //~ ERROR is not a future
}

fn main() {
    assert!(returned().eq([1, 2]));
    assert!(boxed().eq([1, 2]));
    takes();
}
