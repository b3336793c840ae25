//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// `yield..` passes what each resumption sends through to the inner generator.

#![feature(native_generators)]

use std::generator::{Arg, Generator, State};

fn echo(times: u32) => impl Generator<Arg<String>, Yield = String, Return = u32> {
    let mut last = format!("start {}", times);
    for _ in 0..times {
        last = yield last;
    }
    last.len() as u32
}

fn outer() => impl Generator<Arg<String>, Yield = String, Return = u32> {
    let first = yield.. echo(2);
    let between = yield "between".to_string();
    let second = yield.. echo(1);
    let none = yield.. echo(0);
    first * 100 + second * 10 + between.len() as u32 + none
}

fn outermost() => impl Generator<Arg<String>, Yield = String, Return = u32> {
    yield.. outer()
}

fn main() {
    let mut frame = outermost();
    let send = |text: &str| text.to_string();
    assert_eq!(frame.start(), State::Yielded(send("start 2")));
    assert_eq!(frame.send(send("a")), State::Yielded(send("a")));
    assert_eq!(frame.send(send("bc")), State::Yielded(send("between")));
    assert_eq!(frame.send(send("def")), State::Yielded(send("start 1")));
    assert_eq!(frame.send(send("g")), State::Complete(200 + 10 + 3 + 7));
}
