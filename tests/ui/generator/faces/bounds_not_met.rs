//@ edition: 2024

// A face promises no more than the frame keeps.

#![feature(native_generators)]

use std::generator::Generator;

trait Numbers: Generator<Yield = u32, Return = ()> {}

fn not_implemented() => impl Numbers { //~ ERROR `{generator of `not_implemented`}: Numbers` is not
    yield 1;
}

trait Copied {}
impl<G: Generator<Yield = u32, Return = ()> + Copy> Copied for G {}

fn through_an_impl() => impl Generator<Yield = u32, Return = ()> + Copied {
    //~^ ERROR `{generator of `through_an_impl`}: Copied` is not satisfied
    yield 1;
}

fn from_behind() => impl Iterator<Item = u32> + DoubleEndedIterator {
    //~^ ERROR `{generator of `from_behind`}: DoubleEndedIterator` is not satisfied
    yield 1;
}

fn main() {}
