//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// A closure that takes a reference takes one of any lifetime, and its frame borrows for that long.

#![feature(native_generators)]

use std::generator::*;

fn main() {
    let bytes = |text: &str| => {
        for i in 0..text.len() {
            yield text.as_bytes()[i]
        }
    };
    let owned = String::from("AB");
    let mut frame = bytes(&owned);
    assert_eq!(frame.step(&mut ()), State::Yielded(65));
    {
        let shorter = String::from("C");
        assert_eq!(bytes(&shorter).into_iter().collect::<Vec<_>>(), [67]);
    }
    assert_eq!(frame.step(&mut ()), State::Yielded(66));
}
