//@ edition: 2024

// Behind the face `Generator` is a generator. It is no iterator, and has no methods of one.

#![feature(native_generators)]

use std::generator::Generator;

fn numbers() => impl Generator<Yield = u32, Return = u32> {
    yield 1;
    2
}

fn sum(numbers: impl Iterator<Item = u32>) -> u32 {
    numbers.sum()
}

fn main() {
    numbers().next(); //~ ERROR no method named `next` found for opaque type `impl Generator<
    let _ = numbers().map(|n| n + 1); //~ ERROR is not an iterator
    for number in numbers() {} //~ ERROR is not an iterator
    sum(numbers()); //~ ERROR is not an iterator
}
