//@ edition: 2024
//@ run-rustfix

// An iterator moves. A generator that must not move is put on the heap, for it to run.

#![feature(native_generators)]

use std::generator::{IntoBox as _, Stream};

fn pinned(n: u32) => static impl Stream<Yield = u32, Return = ()> {
    let lent = &n;
    yield 1;
    yield *lent;
}

fn delegates() => impl Iterator<Item = u32> {
    yield.. pinned(2); //~ ERROR cannot be run in place by a generator that may move
}

fn each() => impl Iterator<Item = u32> {
    await for n in pinned(3) { //~ ERROR cannot be run in place by a generator that may move
        yield n + 1;
    }
}

fn main() {
    assert!(delegates().eq([1, 2]));
    assert!(each().eq([2, 4]));
}
