//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// A `move` closure that captures values that are `Copy` can be called again and again.

#![feature(native_generators)]

use std::generator::*;

fn multiples(of: u32) -> impl Fn(u32) -> Vec<u32> {
    let multiples = move |n: u32| => {
        for i in 0..n {
            yield i * of
        }
    };
    move |n| multiples(n).into_iter().collect()
}

fn main() {
    let threes = multiples(3);
    assert_eq!(threes(3), [0, 3, 6]);
    assert_eq!(threes(2), [0, 3]);

    let text = String::from("shared");
    let text = &text;
    let repeat = move |n: usize| => {
        for _ in 0..n {
            yield text
        }
    };
    assert_eq!(repeat(1).step(&mut ()), State::Yielded(text));
    assert_eq!(repeat(2).into_iter().count(), 2);
}
