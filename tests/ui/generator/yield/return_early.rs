//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// `return` finishes the generator from anywhere: from within loops, with or without a value.

#![feature(native_generators)]

use std::generator::*;

fn until_zero(numbers: &[i32]) => impl Iterator<Item = i32> {
    for &number in numbers {
        if number == 0 {
            return;
        }
        yield number;
    }
    yield -1;
}

fn first_above(
    limit: u32,
    numbers: Vec<u32>,
) => impl Generator<Yield = u32, Return = Option<usize>> {
    for (at, number) in numbers.into_iter().enumerate() {
        match number {
            n if n > limit => return Some(at),
            n => yield n,
        }
    }
    None
}

fn main() {
    assert_eq!(until_zero(&[3, 2, 0, 1]).collect::<Vec<_>>(), [3, 2]);
    assert_eq!(until_zero(&[3]).collect::<Vec<_>>(), [3, -1]);

    let mut frame = first_above(2, vec![1, 2, 3, 4]);
    assert_eq!(frame.step(&mut ()), State::Yielded(1));
    assert_eq!(frame.step(&mut ()), State::Yielded(2));
    assert_eq!(frame.step(&mut ()), State::Complete(Some(2)));

    assert_eq!(first_above(2, vec![]).step(&mut ()), State::Complete(None));
}
