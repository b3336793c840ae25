//@ edition: 2024
//@ run-rustfix

// Labels are for loops: `await for` has one, `await` none.

#![feature(native_generators)]

use std::generator::{self, Future, ready};

fn one() => impl Future<Return = u32> {
    'label: await ready(1) //~ ERROR `await` cannot have a label
}

fn main() {
    assert_eq!(generator::run(one()), 1);
}
