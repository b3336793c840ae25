//@ run-pass
//@ edition: 2024
//@ needs-unwind

// The value of an `await for` is dropped, not leaked, when the destructor of a temporary in its head
// panics afterwards.

#![feature(native_generators)]

use std::cell::Cell;
use std::generator::{Future, Generator, Stream};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

struct Value<'a>(&'a Cell<u32>);

impl Drop for Value<'_> {
    fn drop(&mut self) {
        self.0.set(self.0.get() + 1);
    }
}

struct Loud;

impl Loud {
    fn unit(&self) {}
}

impl Drop for Loud {
    fn drop(&mut self) {
        resume_unwind(Box::new(()));
    }
}

fn values<'a>(dropped: &'a Cell<u32>, _: ()) => impl Stream<Yield = u32, Return = Value<'a>> {
    Value(dropped)
}

fn takes(dropped: &Cell<u32>) => impl Future<Return = ()> {
    drop(await for _ in values(dropped, Loud.unit()) {});
}

fn main() {
    let dropped = Cell::new(0);
    let mut frame = takes(&dropped);
    assert!(catch_unwind(AssertUnwindSafe(|| frame.step(&mut ()))).is_err());
    assert_eq!(dropped.get(), 1);
}
