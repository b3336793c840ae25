//@ edition: 2024

// A generator function is a function, and its arguments are arguments.

#![feature(native_generators)]

fn count(n: u32) => impl Iterator<Item = u32> {
    yield n;
}

fn count(n: u32) -> u32 { //~ ERROR the name `count` is defined multiple times
    n
}

fn sum(n: u32, n: u32) => impl Iterator<Item = u32> {
    //~^ ERROR identifier `n` is bound more than once in this parameter list
    yield n;
}

struct Counter;

impl Counter {
    fn count(&self) => impl Iterator<Item = u32> {
        yield 1;
    }

    fn count(self) => impl Iterator<Item = u64> { //~ ERROR duplicate definitions with name `count`
        yield 1;
    }
}

fn main() {}
