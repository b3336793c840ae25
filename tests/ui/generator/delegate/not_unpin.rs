//@ edition: 2024

// An iterator of which it is not known that it may be moved is a generator for nobody as it is.

#![feature(native_generators)]

fn of_anything(all: impl Iterator<Item = u32>) => impl Iterator<Item = u32> {
    yield.. all; //~ ERROR [E0277]
}

fn of_parameter<I: Iterator<Item = u32>>(all: I) => impl Iterator<Item = u32> {
    await for one in all { //~ ERROR [E0277]
        yield one;
    }
}

fn main() {}
