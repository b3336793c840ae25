//@ check-pass
//@ edition: 2024

// Lints see through a generator body: what is unused is reported once, and what is used across a
// `yield` is used.

#![feature(native_generators)]
#![warn(unused)]

pub fn variables(argument: u32, used: u32) => impl Iterator<Item = u32> {
    //~^ WARN unused variable: `argument`
    let local = used; //~ WARN unused variable: `local`
    yield used;
}

pub fn assignments(mut last: u32) => impl Iterator<Item = u32> {
    yield last;
    last = 1; //~ WARN value assigned to `last` is never read
}

pub fn closure() {
    let count = |n: u32, of: u32| => { //~ WARN unused variable: `n`
        let local = of; //~ WARN unused variable: `local`
        yield of;
    };
    for _ in count(1, 2) {}
}

fn never_called() => impl Iterator<Item = u32> { //~ WARN function `never_called` is never used
    yield 1
}

fn main() {}
