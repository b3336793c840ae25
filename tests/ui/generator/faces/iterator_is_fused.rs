//@ run-pass
//@ edition: 2024

// The face `Iterator` is fused: `None` for ever after the end, and it may say so in its bounds.

#![feature(native_generators)]

use std::iter::FusedIterator;

fn two() => impl Iterator<Item = u32> {
    yield 1;
    yield 2;
}

fn fused() => impl Iterator<Item = u32> + FusedIterator {
    yield 1;
}

fn ends<I: FusedIterator>(mut items: I) -> bool {
    while items.next().is_some() {}
    items.next().is_none() && items.next().is_none()
}

fn main() {
    let mut frame = two();
    assert_eq!(frame.by_ref().count(), 2);
    for _ in 0..5 {
        assert_eq!(frame.next(), None);
    }
    assert!(ends(fused()));
}
