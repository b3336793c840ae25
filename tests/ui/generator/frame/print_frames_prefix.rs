//@ edition: 2024
//@ compile-flags: -Zprint-frames -Zcoroutine-layout=prefix --crate-type lib
//@ build-pass
//@ only-64bit

// Where frames are not packed, what was captured stays for good, and its copies have other places.

#![feature(native_generators)]

pub fn both(first: [u64; 4]) => impl Iterator<Item = u64> {
    let kept = first;
    yield 1;
    yield kept[0];
}
