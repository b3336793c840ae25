//@ edition: 2024
//@ run-pass

// A face may say of an iterator or a future that it is a generator as well: by the bridges it is one.

#![feature(native_generators)]

use std::generator::{self, Future, Generator, State, Task};

fn iterator() => impl Iterator<Item = u32> + Generator<(), Yield = u32, Return = ()> {
    yield 1;
    yield 2;
}

fn future() => impl core::future::Future<Output = u32> + Unpin + Future<Task, Return = u32> {
    3
}

fn delegates(of: impl Generator<(), Yield = u32, Return = ()> + Unpin) => impl Iterator<Item = u32> {
    yield.. of
}

fn main() {
    let mut both = iterator();
    assert_eq!(both.step(&mut ()), State::Yielded(1));
    assert_eq!(Iterator::next(&mut both), Some(2));
    assert!(delegates(iterator()).eq([1, 2]));
    assert_eq!(generator::block_on(future()), 3);
}
