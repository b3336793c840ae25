//@ run-pass
//@ edition: 2024

// The face is known by what its path means: qualified, renamed, re-exported or behind an alias.

#![feature(native_generators)]

use std::generator as generators;
use std::generator::{Arg as Sent, Generator as Gen, State};
use std::iter::Iterator as Items;

mod prelude {
    pub use std::generator::Generator as Resumable;
    pub type Unit = ();
    pub type Number = u32;
}

fn qualified() => impl ::std::iter::Iterator<Item = u32> {
    yield 1
}

fn core_path() => impl core::generator::Generator<(), Yield = u32, Return = ()> {
    yield 2
}

fn module() => impl generators::Generator<generators::Arg<u32>, Yield = u32, Return = u32> {
    yield 3
}

fn renamed() => impl Gen<Sent<u32>, Yield = u32, Return = u32> {
    yield 4
}

fn reexported() => impl prelude::Resumable<prelude::Unit, Yield = prelude::Number, Return = ()> {
    yield 5
}

fn iterator() => impl Items<Item = prelude::Number> {
    yield 6
}

fn main() {
    assert_eq!(qualified().next(), Some(1));
    assert_eq!(core_path().step(&mut ()), State::Yielded(2));
    assert_eq!(module().start(), State::Yielded(3));
    assert_eq!(renamed().start(), State::Yielded(4));
    assert_eq!(reexported().step(&mut ()), State::Yielded(5));
    assert_eq!(iterator().next(), Some(6));
}
