//@ run-pass
//@ edition: 2024

// The face may come out of a macro: as a type, as a path, and with its bounds repeated.

#![feature(native_generators)]

use std::generator::*;

macro_rules! with_type {
    ($name:ident => $face:ty) => {
        fn $name() => $face {
            yield 1;
        }
    };
}

macro_rules! with_path {
    ($name:ident => $($bound:path),*) => {
        fn $name() => impl $($bound +)* Sized {
            yield 2;
        }
    };
}

macro_rules! with_item {
    ($name:ident => $item:ty, $value:expr) => {
        fn $name() => impl Iterator<Item = $item> {
            yield $value;
        }
    };
}

with_type! { iterator => impl Iterator<Item = u32> }
with_type! { generator => impl Generator<Arg<()>, Yield = u8, Return = ()> + Send }
with_path! { cloned => Iterator<Item = u32>, Clone }
with_item! { boxed => Box<dyn Fn() -> u32>, Box::new(|| 3) }

fn main() {
    assert_eq!(iterator().next(), Some(1));
    assert_eq!(generator().start(), State::Yielded(1));
    assert_eq!(cloned().clone().next(), Some(2));
    assert_eq!(boxed().next().map(|f| f()), Some(3));
}
