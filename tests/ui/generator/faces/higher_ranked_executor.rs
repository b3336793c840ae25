//@ edition: 2024

// One body has one executor, which no lifetime that the face introduces can be part of.

#![feature(native_generators)]
#![allow(dead_code)]

use std::generator::*;

fn any_lifetime() => impl for<'a> Generator<Arg<&'a u32>, Yield = u32, Return = ()> {
    //~^ ERROR the executor of a generator cannot depend on a lifetime
    yield 1;
}

fn main() {}
