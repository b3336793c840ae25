//@ edition: 2024

// A `yield` initializes nothing and is passed on every path.

#![feature(native_generators)]

fn before() => impl Iterator<Item = u32> {
    let n: u32;
    yield n; //~ ERROR used binding `n` isn't initialized
}

fn in_branch(set: bool) => impl Iterator<Item = u32> {
    let n: u32;
    if set {
        n = 1;
        yield n;
    }
    yield n; //~ ERROR used binding `n` is possibly-uninitialized
}

fn in_loop(times: u32) => impl Iterator<Item = u32> {
    let last: u32;
    for i in 0..times {
        last = i; //~ ERROR cannot assign twice to immutable variable `last`
        yield last;
    }
}

fn main() {}
