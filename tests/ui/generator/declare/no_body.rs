//@ edition: 2024

// Only in a trait may the body be missing.

#![feature(native_generators)]

fn free() => impl Iterator<Item = u32>; //~ ERROR free function without a body

struct Counter;

impl Counter {
    fn inherent(&self) => impl Iterator<Item = u32>;
    //~^ ERROR associated function in `impl` without body
}

trait Source {
    fn items(&self) => impl Iterator<Item = u32>;
}

impl Source for Counter {
    fn items(&self) => impl Iterator<Item = u32>;
    //~^ ERROR associated function in `impl` without body
}

fn main() {}
