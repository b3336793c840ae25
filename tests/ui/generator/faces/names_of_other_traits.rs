//@ edition: 2024
//@ run-rustfix

// `Output` and `Item` in a bound of `Generator`: its own names are offered.

#![feature(native_generators)]
#![allow(dead_code)]

use std::generator::*;

fn future_like() => impl Generator<Yield = u32, Output = u32> {
    //~^ ERROR associated type `Output` not found for `std::generator::Generator`
    //~| ERROR associated type `Output` not found for `std::generator::Generator`
    yield 1;
    1
}

fn iterator_like() => impl Generator<Item = u32, Return = ()> {
    //~^ ERROR associated type `Item` not found for `std::generator::Generator`
    //~| ERROR associated type `Item` not found for `std::generator::Generator`
    yield 1;
}

fn bound<G: Generator<Arg<u32>, Yield = u32, Output = ()>>(_: G) {}
//~^ ERROR associated type `Output` not found for `std::generator::Generator`

fn main() {}
