//@ run-pass
//@ edition: 2024

// `yield` on both sides of a binary operator, under unary operators, casts and references.

#![feature(native_generators)]

use std::generator::*;

fn difference() => impl Generator<Arg<i32>, Yield = char, Return = i64> {
    (yield 'a') as i64 - (yield 'b') as i64
}

fn negated() => impl Generator<Arg<i32>, Yield = char, Return = (i32, i32)> {
    (-(yield 'a'), !(yield 'b'))
}

fn referred() => impl Generator<Arg<&'static u32>, Yield = char, Return = (u32, bool)> {
    (*(yield 'a'), 4 == *(yield 'b'))
}

fn measured() => impl Generator<Arg<[u32; 3]>, Yield = char, Return = usize> {
    let slice: &[u32] = &(yield 'a');
    slice.len()
}

fn main() {
    let mut frame = difference();
    assert_eq!(frame.start(), State::Yielded('a'));
    assert_eq!(frame.send(10), State::Yielded('b'));
    assert_eq!(frame.send(3), State::Complete(7));

    let mut frame = negated();
    assert_eq!(frame.start(), State::Yielded('a'));
    assert_eq!(frame.send(1), State::Yielded('b'));
    assert_eq!(frame.send(0), State::Complete((-1, -1)));

    let mut frame = referred();
    assert_eq!(frame.start(), State::Yielded('a'));
    assert_eq!(frame.send(&3), State::Yielded('b'));
    assert_eq!(frame.send(&4), State::Complete((3, true)));

    let mut frame = measured();
    assert_eq!(frame.start(), State::Yielded('a'));
    assert_eq!(frame.send([1, 2, 3]), State::Complete(3));
}
