//@ edition: 2024

// What a closure is passed to says what its frame yields, is sent and returns.

#![feature(native_generators)]

use std::generator::{Arg, Generator};

fn plain<G: Generator<Yield = u32, Return = ()>>(_make: impl Fn(u32) -> G) {}
fn sent<G: Generator<Arg<u32>, Yield = char, Return = bool>>(_make: impl Fn(u32) -> G) {}

fn main() {
    plain(|_| => { yield "one" }); //~ ERROR mismatched types
    plain(|n| => { yield n; n }); //~ ERROR mismatched types
    plain(|n| => { let _: u32 = yield n; }); //~ ERROR mismatched types
    sent(|_| => { let _: char = yield 'a'; true }); //~ ERROR mismatched types
}
