//@ run-pass
//@ edition: 2024

// `yield` takes all of the expression to its right: operators, casts, ranges, `?` and closures.

#![feature(native_generators)]

use std::generator::*;
use std::ops::Range;

fn operators() => impl Iterator<Item = i64> {
    yield 1 + 2 * 3;
    yield -7i32 as i64;
    yield if true { 8 } else { 9 } + 1;
    yield { 10 };
}

fn comparison() => impl Iterator<Item = bool> {
    yield 1 < 2 && 3 < 4;
}

fn ranges() => impl Iterator<Item = Range<u32>> {
    yield 1..2;
}

fn tries() => impl Generator<Yield = u32, Return = Option<()>> {
    yield Some(5)?;
    None
}

fn closures() => impl Iterator<Item = fn(u32) -> u32> {
    yield |n| n + 1;
}

fn main() {
    assert_eq!(operators().collect::<Vec<_>>(), [7, -7, 9, 10]);
    assert_eq!(comparison().collect::<Vec<_>>(), [true]);
    assert_eq!(ranges().collect::<Vec<_>>(), [1..2]);
    assert_eq!(tries().step(&mut ()), State::Yielded(5));
    assert_eq!(closures().map(|f| f(1)).sum::<u32>(), 2);
}
