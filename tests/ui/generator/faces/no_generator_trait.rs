//@ edition: 2024

// A face has to say what the generator yields.

#![feature(native_generators)]

use std::fmt::Debug;

trait Numbers: Iterator<Item = u32> {}

fn debug() => impl Debug { //~ ERROR this is not the face of a generator
    yield 1
}

fn bounds() => impl Send + 'static { //~ ERROR this is not the face of a generator
    yield 1
}

fn into_iterator() => impl IntoIterator<Item = u32> {
    //~^ ERROR this is not the face of a generator
    yield 1
}

fn inherits_iterator() => impl Numbers { //~ ERROR this is not the face of a generator
    yield 1
}

fn main() {}
