//@ run-pass
//@ edition: 2024

// The frames of a `move` closure that captures copies go on without it.

#![feature(native_generators)]

use std::generator::*;

fn main() {
    let outer = |n: u32| => {
        let inner = move |m: u32| => {
            yield n + m
        };
        yield inner(1);
        yield inner(2);
    };
    let sums = outer(10).into_iter().map(|mut frame| frame.step(&mut ()).yielded().unwrap());
    assert_eq!(sums.collect::<Vec<_>>(), [11, 12]);
}
