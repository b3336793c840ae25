//@ edition: 2024

// What is no executor is refused where it is named, and nowhere else.

#![feature(native_generators)]
#![allow(dead_code)]

use std::generator::*;

fn number() => impl Generator<u32, Yield = u32, Return = ()> { //~ ERROR `u32` is not an executor
    yield 1;
}

fn parameter<E>() => impl Generator<E, Yield = u32, Return = ()> { //~ ERROR `E` is not an executor
    yield 1;
}

fn main() {}
