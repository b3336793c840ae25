//@ check-pass
//@ edition: 2024

// Code after what never ends is unreachable, code after a `yield` is not.

#![feature(native_generators)]
#![warn(unreachable_code)]

pub fn returned() => impl Iterator<Item = u32> {
    yield 1;
    return;
    yield 2; //~ WARN unreachable statement
}

pub fn endless() => impl Iterator<Item = u32> {
    loop {
        yield 1;
    }
    yield 2; //~ WARN unreachable statement
}

pub fn broken() => impl Iterator<Item = u32> {
    loop {
        yield 1;
        break;
        yield 2; //~ WARN unreachable statement
    }
    yield 3;
}

fn main() {
    let _ = |n: u32| => {
        yield n;
        panic!("after {n}");
        yield n; //~ WARN unreachable statement
    };
}
