//@ edition: 2024
//@ compile-flags: -Zprint-type-sizes --crate-type lib
//@ build-pass
//@ only-64bit

// `-Zprint-type-sizes` tells of each state what it has. Arguments are there before the start; from then
// on what they are moved to is, in the same place.

#![feature(native_generators)]
#![no_std]

pub fn both(first: [u64; 4], second: [u16; 2]) => impl Iterator<Item = u64> {
    let kept = first;
    yield u64::from(second[0]);
    yield kept[0];
    let large = [kept[1]; 5];
    yield large[2];
    yield large[3];
}

pub fn size() -> usize {
    size_of_val(&both([1; 4], [2; 2]))
}
