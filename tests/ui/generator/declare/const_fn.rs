//@ edition: 2024

// A frame cannot be made while compiling.

#![feature(native_generators)]
#![allow(dead_code)]

const fn free(n: u32) => impl Iterator<Item = u32> { //~ ERROR `const` functions cannot be generators
    yield n
}

struct Unit;

impl Unit {
    const fn method(&self) => impl Iterator<Item = u32> { //~ ERROR `const` functions cannot be generators
        yield 1
    }
}

fn main() {}
