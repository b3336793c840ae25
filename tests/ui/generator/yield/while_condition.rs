//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// `yield` as the condition of `while` and as the scrutinee of `while let`.

#![feature(native_generators)]

use std::generator::*;

fn asks() => impl Generator<Arg<bool>, Yield = u32, Return = u32> {
    let mut n = 0;
    while (yield n) {
        n += 1;
    }
    n
}

fn gathers() => impl Generator<Arg<Option<char>>, Yield = usize, Return = String> {
    let mut text = String::new();
    while let Some(letter) = (yield text.len()) {
        text.push(letter);
    }
    text
}

fn main() {
    let mut frame = asks();
    assert_eq!(frame.start(), State::Yielded(0));
    assert_eq!(frame.send(true), State::Yielded(1));
    assert_eq!(frame.send(true), State::Yielded(2));
    assert_eq!(frame.send(false), State::Complete(2));

    let mut frame = gathers();
    assert_eq!(frame.start(), State::Yielded(0));
    assert_eq!(frame.send(Some('o')), State::Yielded(1));
    assert_eq!(frame.send(Some('k')), State::Yielded(2));
    assert_eq!(frame.send(None), State::Complete("ok".to_string()));
}
