//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// Frames are `Unpin`, whatever they hold, and may be moved between resumptions.

#![feature(native_generators)]

use std::generator::*;
use std::marker::PhantomPinned;

fn count(n: u32) => impl Generator<Yield = u32, Return = &'static str> {
    let mut text = String::new();
    for i in 0..n {
        text.push('x');
        yield text.len() as u32 + i;
    }
    "end"
}

fn holds_pinned(pinned: PhantomPinned) => impl Iterator<Item = u32> {
    yield 1;
    let _pinned = pinned;
}

fn assert_unpin<T: Unpin>(value: T) -> T {
    value
}

fn step_and_give_back<G: Generator<Yield = u32> + Unpin>(mut frame: G) -> (Option<u32>, G) {
    let item = frame.step(&mut ()).yielded();
    (item, frame)
}

fn main() {
    let (first, frame) = step_and_give_back(assert_unpin(count(2)));
    let (second, frame) = step_and_give_back(frame);
    let mut elsewhere = vec![frame];
    assert_eq!((first, second), (Some(1), Some(3)));
    assert_eq!(elsewhere[0].step(&mut ()), State::Complete("end"));

    assert_eq!(assert_unpin(holds_pinned(PhantomPinned)).count(), 1);
}
