//@ edition: 2024

// A method declared with `=>` may be implemented with `->`, by whatever has the face.

#![feature(native_generators)]

use std::generator::Generator;

trait Source {
    fn items(&self) => impl Iterator<Item = u32>;
    fn frame(&self) => impl Generator<Yield = u32, Return = ()>;
}

struct Right;

impl Source for Right {
    #[allow(refining_impl_trait)]
    fn items(&self) -> std::ops::Range<u32> {
        0..3
    }

    fn frame(&self) -> impl Generator<Yield = u32, Return = ()> {
        0..3
    }
}

struct Wrong;

impl Source for Wrong {
    fn items(&self) -> u32 { //~ ERROR `u32` is not an iterator
        1
    }

    fn frame(&self) -> impl Iterator<Item = u64> {
        //~^ ERROR type mismatch resolving `<impl Iterator<Item = u64> as Generator>::Yield == u32`
        0..3
    }
}

fn main() {}
