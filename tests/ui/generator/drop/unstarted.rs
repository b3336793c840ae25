//@ run-pass
//@ edition: 2024
//@ aux-build: tracer.rs

// Dropping an unstarted frame drops its arguments in reverse order of declaration, used or not.

#![feature(native_generators)]

extern crate tracer;

use std::generator::*;
use tracer::{Traced, dropped};

fn three(a: Traced, _: Traced, c: Traced) => impl Iterator<Item = &'static str> {
    let _local = Traced("local");
    yield a.name();
    drop(c);
}

fn patterns(
    (a, _): (Traced, Traced),
    [Traced(first), ..]: &[Traced; 2],
    c: Option<Traced>,
) => impl Generator<Yield = &'static str, Return = Traced> {
    yield first;
    drop(c);
    a
}

struct Holder(Traced);

impl Holder {
    fn method(self, other: Traced) => impl Iterator<Item = &'static str> {
        yield self.0.name();
        yield other.name();
    }
}

fn main() {
    drop(three(Traced("a"), Traced("b"), Traced("c")));
    assert_eq!(dropped(), ["c", "b", "a"]);

    let borrowed = [Traced("x"), Traced("y")];
    drop(patterns((Traced("a0"), Traced("a1")), &borrowed, Some(Traced("c"))));
    assert_eq!(dropped(), ["c", "a0", "a1"]);

    drop(Holder(Traced("self")).method(Traced("other")));
    assert_eq!(dropped(), ["other", "self"]);

    let frame = |name, other| Holder(Traced(name)).method(Traced(other));
    drop(vec![frame("1", "2"), frame("3", "4")]);
    assert_eq!(dropped(), ["2", "1", "4", "3"]);
}
