//@ run-pass
//@ edition: 2024

// `yield` as an index, as the ends of a range, and as the number of turns of a loop.

#![feature(native_generators)]

use std::generator::*;

fn lookup() => impl Generator<Arg<usize>, Yield = &'static str, Return = u32> {
    let table = [10, 20, 30];
    table[yield "first"] + table[yield "second"]
}

fn slice(text: &str) => impl Generator<Arg<usize>, Yield = &'static str, Return = &str> {
    let range = (yield "from")..(yield "to");
    &text[range]
}

fn turns() => impl Generator<Arg<usize>, Yield = usize, Return = usize> {
    let mut total = 0;
    for i in 0..(yield 0) {
        total += yield i;
    }
    total
}

fn main() {
    let mut frame = lookup();
    assert_eq!(frame.start(), State::Yielded("first"));
    assert_eq!(frame.send(2), State::Yielded("second"));
    assert_eq!(frame.send(0), State::Complete(40));

    let mut frame = slice("generator");
    assert_eq!(frame.start(), State::Yielded("from"));
    assert_eq!(frame.send(3), State::Yielded("to"));
    assert_eq!(frame.send(6), State::Complete("era"));

    let mut frame = turns();
    assert_eq!(frame.start(), State::Yielded(0));
    assert_eq!(frame.send(2), State::Yielded(0));
    assert_eq!(frame.send(5), State::Yielded(1));
    assert_eq!(frame.send(6), State::Complete(11));
}
