//@ edition: 2024

// A frame holds its arguments. `use<..>` cannot leave out a lifetime that stands in their types.

#![feature(native_generators)]

fn all<'a, T>(_x: &'a T) => impl Iterator<Item = u32> + use<'a, T> {
    yield 1
}

fn none<'a>(_x: &'a u32) => impl Iterator<Item = u32> + use<> {
    yield 1 //~^ ERROR hidden type for `impl Iterator<Item = u32>` captures lifetime
}

fn one<'a, 'b>(_x: &'a u32, _y: &'b u32) => impl Iterator<Item = u32> + use<'a> {
    yield 1 //~^ ERROR hidden type for `impl Iterator<Item = u32>` captures lifetime
}

fn main() {}
