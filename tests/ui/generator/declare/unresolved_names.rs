//@ edition: 2024

// Names in a face and in a generator body are resolved as anywhere else.

#![feature(native_generators)]

fn unknown_item() => impl Iterator<Item = Missing> { //~ ERROR cannot find type `Missing`
    yield 1;
}

fn unknown_face() => impl Missing<Item = u32> { //~ ERROR cannot find trait `Missing`
    yield 1;
}

fn not_a_trait() => impl Vec<u32> { //~ ERROR expected trait, found struct `Vec`
    yield 1;
}

fn unknown_value() => impl Iterator<Item = u32> {
    yield missing; //~ ERROR cannot find value `missing`
    let after = 1;
    yield after;
}

fn main() {}
