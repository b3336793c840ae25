//@ edition: 2024
//@ run-rustfix

// `await` binds looser than a call: the method is looked up on the future.

#![feature(native_generators)]

use std::generator::{self, Future};

fn fetch() => impl Future<Return = Option<u32>> {
    Some(1)
}

fn default() => impl Future<Return = u32> {
    await fetch().unwrap_or_default() //~ ERROR no method named `unwrap_or_default` found
}

fn chained() => impl Future<Return = u32> {
    fetch().unwrap_or_default() //~ ERROR no method named `unwrap_or_default` found
}

fn main() {
    assert_eq!(generator::run(default()) + generator::run(chained()), 2);
}
