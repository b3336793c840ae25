//@ edition: 2024
//@ run-rustfix

// What takes a value out of what is awaited is put where it applies to that, and not to the operand.

#![feature(native_generators)]

use std::generator::{Future, run};

fn result() => impl Future<Return = Result<u32, String>> {
    Ok(1)
}

fn expects() => impl Future<Return = u32> {
    let n: u32 = await result(); //~ ERROR mismatched types
    let m: u32 = result().await; //~ ERROR mismatched types
    n + m
}

fn tries() => impl Future<Return = Result<u32, String>> {
    let n: u32 = await result(); //~ ERROR mismatched types
    let m: u32 = result().await; //~ ERROR mismatched types
    Ok(n + m)
}

fn main() {
    assert_eq!(run(expects()), 2);
    assert_eq!(run(tries()), Ok(2));
}
