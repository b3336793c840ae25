//@ edition: 2024

// What catches a panic runs a closure, and that is no part of the generator body around it.

#![feature(native_generators)]

use std::panic;

fn caught(n: u32) => impl Iterator<Item = u32> {
    let result = panic::catch_unwind(|| 100 / n);
    yield result; //~ ERROR mismatched types
}

fn broken(n: u32) => impl Iterator<Item = u32> {
    for i in 0..n {
        let _ = panic::catch_unwind(|| {
            if i == 2 {
                break; //~ ERROR `break` inside of a closure
            }
        });
        yield i;
    }
}

fn counted() => impl Iterator<Item = u32> {
    let mut count = 0;
    let _ = panic::catch_unwind(|| count += 1);
    //~^ ERROR the type `&mut u32` may not be safely transferred across an unwind boundary
    yield count;
}

fn main() {}
