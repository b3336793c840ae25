//@ edition: 2024
//@ run-rustfix

// A movable generator cannot keep what is pinned in it. On the heap it can stay.

#![feature(native_generators)]
#![allow(unused_imports)]

use std::marker::PhantomPinned;
use std::pin::{Pin, pin};

struct Rooted(u32, PhantomPinned);

impl Rooted {
    fn root(self: Pin<&mut Self>) -> u32 {
        self.0
    }
}

impl Drop for Rooted {
    fn drop(&mut self) {}
}

fn keeps() => impl Iterator<Item = u32> {
    let mut pinned = pin!(Rooted(1, PhantomPinned)); //~ ERROR a value is pinned in a generator that may move
    let n = pinned.as_mut().root();
    yield n;
}

fn main() {
    assert!(keeps().eq([1]));
}
