//@ edition: 2024

// A generator method returns a frame of the type that made it, so there are no trait objects.

#![feature(native_generators)]

use std::generator::Generator;

trait Declared {
    fn items(&self) => impl Iterator<Item = u32>;
}

trait Provided {
    fn frame(&self) => impl Generator<Yield = u32, Return = ()> {
        yield 1
    }
}

fn by_reference(_: &dyn Declared) {} //~ ERROR the trait `Declared` is not dyn compatible

fn boxed(_: Box<dyn Provided>) {} //~ ERROR the trait `Provided` is not dyn compatible

fn main() {}
