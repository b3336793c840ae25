//@ edition: 2024

// A program starts by calling `main`, and calling a generator function runs nothing.

#![feature(native_generators)]

fn main() => impl Iterator<Item = u32> {
    //~^ ERROR `main` function is not allowed to be a generator
    yield 1
}
