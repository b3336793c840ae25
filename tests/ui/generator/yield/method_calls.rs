//@ run-pass
//@ edition: 2024

// `yield` as the receiver and as an argument of a method call.

#![feature(native_generators)]

use std::generator::*;

fn length() => impl Generator<Arg<String>, Yield = &'static str, Return = usize> {
    (yield "name").trim().len()
}

fn power() => impl Generator<Arg<u32>, Yield = &'static str, Return = u32> {
    (yield "base").pow(yield "exponent").max(yield "least")
}

fn find(text: &str) => impl Generator<Arg<char>, Yield = (), Return = Option<usize>> {
    text.find(yield)
}

fn main() {
    let mut frame = length();
    assert_eq!(frame.start(), State::Yielded("name"));
    assert_eq!(frame.send(" four ".to_string()), State::Complete(4));

    let mut frame = power();
    assert_eq!(frame.start(), State::Yielded("base"));
    assert_eq!(frame.send(2), State::Yielded("exponent"));
    assert_eq!(frame.send(5), State::Yielded("least"));
    assert_eq!(frame.send(9), State::Complete(32));

    let mut frame = find("haystack");
    assert_eq!(frame.start(), State::Yielded(()));
    assert_eq!(frame.send('s'), State::Complete(Some(3)));
}
