//@ edition: 2024
//@ run-rustfix

// The body has arguments as its own variables. It is the type of the argument that is to change.

#![feature(native_generators)]
#![allow(dead_code)]

fn push(v: &Vec<u32>) => impl Iterator<Item = u32> {
    v.push(1); //~ ERROR E0596
    yield 1
}

fn set<'a>(first: u32, o: &'a Option<u32>) => impl Iterator<Item = u32> {
    *o = None; //~ ERROR E0594
    yield first
}

fn main() {
    let _ = |v: &'static Vec<u32>| => {
        v.push(1); //~ ERROR E0596
        yield 1
    };
}
