//@ edition: 2024

// After `=>` stands a face. Where a type stands, `->` was meant.

#![feature(native_generators)]
#![allow(dead_code)]

fn number() => u32 { //~ ERROR return types are denoted using `->`
    5
}

fn yields() => Box<dyn Iterator<Item = u32>> { //~ ERROR return types are denoted using `->`
    yield 1
}

fn called() -> u32 {
    number() + 1
}

fn main() {}
