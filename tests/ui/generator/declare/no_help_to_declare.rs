//@ edition: 2024

// Where no generator can be declared, nothing suggests it.

#![feature(native_generators)]

use std::fmt;
use std::generator::ready;

struct S;

const fn constant() -> u32 {
    await ready(1) //~ ERROR `await` outside of a generator
}

const fn items() -> impl Iterator<Item = u32> {
    yield 1 //~ ERROR `yield` outside of a generator
}

impl Drop for S {
    fn drop(&mut self) {
        await ready(1); //~ ERROR `await` outside of a generator
    }
}

impl fmt::Display for S {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        await ready(Ok(())) //~ ERROR `await` outside of a generator
    }
}

trait Items {
    fn items(&self) => impl Iterator<Item = u32>;
}

impl Items for S {
    fn items(&self) -> impl Iterator<Item = u32> {
        yield 1 //~ ERROR `yield` outside of a generator
    }
}

fn main() {}
