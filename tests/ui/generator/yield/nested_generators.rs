//@ run-pass
//@ edition: 2024

// A generator body may hold and drive other frames, of functions and of closures.

#![feature(native_generators)]

use std::generator::*;

fn count(n: u32) => impl Iterator<Item = u32> {
    for i in 0..n {
        yield i
    }
}

fn triangle(n: u32) => impl Iterator<Item = u32> {
    for row in count(n) {
        for item in count(row) {
            yield item
        }
    }
}

fn alternating() => impl Iterator<Item = String> {
    let squares = |n: u32| => {
        for i in 0..n {
            yield i * i
        }
    };
    let mut left = count(3);
    let mut right = squares(3);
    while let Some(l) = left.next()
        && let State::Yielded(r) = right.step(&mut ())
    {
        yield format!("{l}{r}")
    }
}

fn main() {
    assert_eq!(triangle(4).collect::<Vec<_>>(), [0, 0, 1, 0, 1, 2]);
    assert_eq!(alternating().collect::<Vec<_>>(), ["00", "11", "24"]);
}
