//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// The operand of `yield..` may be a range, whose own `..` binds tighter; a range in parentheses is
// itself what is yielded, and so is one with `..=`.

#![feature(native_generators)]

use std::ops::{RangeTo, RangeToInclusive};

fn twice(n: u32) => impl Iterator<Item = u32> {
    yield.. 0..n;
    yield.. (0..n).rev();
    yield.. n..=n + 1;
}

fn ranges() => impl Iterator<Item = RangeTo<u32>> {
    yield (..1);
    yield.. [..2, ..3];
}

fn inclusive() => impl Iterator<Item = RangeToInclusive<u32>> {
    yield ..=1;
}

fn main() {
    assert_eq!(twice(2).collect::<Vec<_>>(), [0, 1, 1, 0, 2, 3]);
    assert_eq!(ranges().collect::<Vec<_>>(), [..1, ..2, ..3]);
    assert_eq!(inclusive().collect::<Vec<_>>(), [..=1]);
}
