//@ edition: 2024

// What a face is given has to be what the trait takes.

#![feature(native_generators)]

use std::generator::Generator;

fn of_another_trait() => impl Iterator<Yield = u32> {
    //~^ ERROR associated type `Yield` not found for `Iterator`
    //~| ERROR associated type `Yield` not found for `Iterator`
    yield 1;
}

fn item_as_argument() => impl Iterator<u32> {
    //~^ ERROR trait takes 0 generic arguments but 1 generic argument was supplied
    //~| ERROR trait takes 0 generic arguments but 1 generic argument was supplied
    yield 1;
}

fn yield_as_argument() => impl Generator<(), u32, Return = ()> {
    //~^ ERROR trait takes at most 1 generic argument but 2 generic arguments were supplied
    //~| ERROR trait takes at most 1 generic argument but 2 generic arguments were supplied
    yield 1;
}

fn lifetime() => impl Generator<'static, (), Yield = u32, Return = ()> {
    //~^ ERROR trait takes 0 lifetime arguments but 1 lifetime argument was supplied
    //~| ERROR trait takes 0 lifetime arguments but 1 lifetime argument was supplied
    yield 1;
}

fn main() {}
