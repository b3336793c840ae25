//@ run-pass
//@ edition: 2024

// `yield` inside struct, tuple and array literals: the fields already there wait in the frame.

#![feature(native_generators)]

use std::generator::*;

#[derive(Debug, Default, PartialEq)]
struct Record {
    name: String,
    age: u32,
    tags: (u8, [u8; 2]),
}

#[derive(Debug, PartialEq)]
struct Wrapper(u32, u32);

fn record() => impl Generator<Arg<u32>, Yield = &'static str, Return = Record> {
    Record { age: yield "age", name: (yield "name").to_string(), ..Record::default() }
}

fn tuples() => impl Generator<Arg<u8>, Yield = u8, Return = (u8, [u8; 2], [u8; 3])> {
    (yield 0, [yield 1, yield 2], [yield 3; 3])
}

fn wrapper() => impl Generator<Arg<u32>, Yield = u8, Return = Option<Wrapper>> {
    Some(Wrapper(yield 0, yield 1))
}

fn main() {
    let mut frame = record();
    assert_eq!(frame.start(), State::Yielded("age"));
    assert_eq!(frame.send(30), State::Yielded("name"));
    let expected = Record { name: "8".to_string(), age: 30, tags: (0, [0, 0]) };
    assert_eq!(frame.send(8), State::Complete(expected));

    let mut frame = tuples();
    assert_eq!(frame.start(), State::Yielded(0));
    assert_eq!(frame.send(10), State::Yielded(1));
    assert_eq!(frame.send(11), State::Yielded(2));
    assert_eq!(frame.send(12), State::Yielded(3));
    assert_eq!(frame.send(13), State::Complete((10, [11, 12], [13; 3])));

    let mut frame = wrapper();
    assert_eq!(frame.start(), State::Yielded(0));
    assert_eq!(frame.send(1), State::Yielded(1));
    assert_eq!(frame.send(2), State::Complete(Some(Wrapper(1, 2))));
}
