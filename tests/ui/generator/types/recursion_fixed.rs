//@ edition: 2024
//@ run-rustfix

// The frame of a recursive call in a box.

#![feature(native_generators)]

use std::generator::IntoBox as _;

fn down(n: u32) => impl Iterator<Item = u32> { //~ ERROR recursion in a generator requires boxing
    if n > 0 {
        yield n;
        yield.. down(n - 1);
    }
}

fn main() {
    assert!(down(3).eq([3, 2, 1]));
}
