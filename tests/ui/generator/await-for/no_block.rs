//@ edition: 2024

// After what `await for` runs over stands a block.

#![feature(native_generators)]

use std::generator::Future;

fn no_block() => impl Future<Return = ()> {
    await for n in [1]; //~ ERROR expected `{`, found `;`
}

fn main() {}
