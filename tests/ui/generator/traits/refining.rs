//@ edition: 2024

// An implementation that says more than the trait is linted as with `-> impl Trait`.

#![feature(native_generators)]
#![deny(refining_impl_trait)]

use std::iter;

pub trait Source {
    fn plain(&self) => impl Iterator<Item = u32>;
    fn frame(&self) => impl Iterator<Item = u32>;
}

pub struct One;

impl Source for One {
    fn plain(&self) -> iter::Once<u32> { //~ ERROR impl trait in impl method signature does not
        iter::once(1)
    }

    fn frame(&self) => impl Iterator<Item = u32> + Send {
        //~^ ERROR impl trait in impl method signature does not match trait method signature
        yield 1
    }
}

fn main() {}
