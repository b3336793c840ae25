//@ revisions: rpass1 cfail2 rpass3
//@ edition: 2024

// A body that awaits a generator is checked again when that may not move any more.

#![feature(native_generators)]

use std::generator::{Future, Task, block_on, ready};

#[cfg(not(cfail2))]
fn inner() => impl Future<Task, Return = u32> {
    await ready(4)
}

#[cfg(cfail2)]
fn inner() => static impl Future<Task, Return = u32> {
    await ready(4)
}

fn outer() => impl Future<Task, Return = u32> {
    await inner()
    //[cfail2]~^ ERROR cannot be run in place by a generator that may move
}

fn main() {
    assert_eq!(block_on(outer()), 4);
}
