//@ run-pass
//@ edition: 2024

// `impl Trait` may stand inside the face: what is yielded and returned stays anonymous.

#![feature(native_generators)]

use std::fmt::Display;
use std::generator::*;

fn shown(n: u32) => impl Iterator<Item = impl Display> {
    for i in 0..n {
        yield format!("<{i}>")
    }
}

fn rows(n: u32) => impl Iterator<Item = impl Iterator<Item = u32>> {
    for row in 1..n {
        yield (0..row).map(move |i| i * row)
    }
}

fn returning() => impl Generator<Yield = u32, Return = impl Fn(u32) -> u32> {
    yield 1;
    |n| n + 1
}

fn main() {
    assert_eq!(shown(2).map(|item| item.to_string()).collect::<String>(), "<0><1>");
    assert_eq!(rows(4).flatten().collect::<Vec<_>>(), [0, 0, 2, 0, 3, 6]);

    let mut frame = returning();
    assert!(frame.step(&mut ()).is_yielded());
    assert_eq!(frame.step(&mut ()).complete().map(|f| f(2)), Some(3));
}
