//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// With the executor `Arg<T>`, `let x = yield y` hands out `y` and gets `x` at the next resumption.

#![feature(native_generators, never_type)]

use std::generator::*;

fn echo() => impl Generator<Arg<String>, Yield = String, Return = usize> {
    let mut heard = 0;
    let mut words = yield "ready".to_string();
    while !words.is_empty() {
        heard += words.len();
        words = yield words.to_uppercase();
    }
    heard
}

fn adder() => impl Generator<Arg<i32>, Yield = i32, Return = !> {
    let mut total = 0;
    loop {
        total += yield total;
    }
}

fn main() {
    let mut frame = echo();
    assert_eq!(frame.start(), State::Yielded("ready".to_string()));
    assert_eq!(frame.send("ab".to_string()), State::Yielded("AB".to_string()));
    assert_eq!(frame.send("cde".to_string()), State::Yielded("CDE".to_string()));
    assert_eq!(frame.send(String::new()), State::Complete(5));

    let mut frame = adder();
    assert_eq!(frame.start().yielded(), Some(0));
    assert_eq!(frame.send(5).yielded(), Some(5));
    assert_eq!(frame.send(-7).yielded(), Some(-2));
}
