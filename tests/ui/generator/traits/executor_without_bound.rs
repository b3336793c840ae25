//@ edition: 2024

// A type parameter in the place of the executor has to be one.

#![feature(native_generators)]

use std::generator::{Executor, Generator};

trait Source<E> {
    fn items(&self) => impl Generator<E, Yield = u32, Return = ()>;
    //~^ ERROR `E` is not an executor of generators

    fn for_any<F>(&self) => impl Generator<F, Yield = u32, Return = ()>;
    //~^ ERROR `F` is not an executor of generators

    fn bounded<F: Executor>(&self) => impl Generator<F, Yield = u32, Return = ()>;
}

fn main() {}
