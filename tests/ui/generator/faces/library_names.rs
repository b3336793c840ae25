//@ run-pass
//@ edition: 2024

// With all of `std::generator` imported, no method of iterators, slices or futures is ambiguous.

#![feature(native_generators)]
#![deny(warnings, unused)]

use std::generator::*;
use std::sync::mpsc;

fn frame() => impl Iterator<Item = u32> {
    yield 1;
    yield 2;
}

fn main() {
    let mut items = frame();
    assert_eq!(items.by_ref().map(|n| n * 2).next(), Some(2));
    assert_eq!(items.next(), Some(2));
    assert_eq!(frame().step_by(2).count(), 1);
    assert_eq!(frame().by_mut().step(&mut ()), State::Yielded(1));

    let vec = vec![1, 2, 3];
    assert_eq!(vec.iter().rev().copied().collect::<Vec<_>>(), [3, 2, 1]);
    assert_eq!([1, 2].iter().sum::<i32>(), 3);
    assert_eq!(vec[1..].iter().into_iter().len(), 2);
    assert_eq!(Some(1).iter().count(), 1);

    let (sender, receiver) = mpsc::channel();
    sender.send(5).unwrap();
    assert_eq!(receiver.iter().next(), Some(5));

    drop(async { 1 }.into_future());
}
