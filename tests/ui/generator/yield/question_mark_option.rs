//@ run-pass
//@ edition: 2024

// `?` on an `Option` finishes a `Generator` whose `Return` is an `Option`.

#![feature(native_generators)]

use std::generator::*;

fn digits(text: &str) => impl Generator<Yield = u32, Return = Option<u32>> {
    let mut total = 0;
    for letter in text.chars() {
        let digit = letter.to_digit(10)?;
        yield digit;
        total += digit;
    }
    total.checked_sub(1)?.checked_mul(2)
}

fn asked() => impl Generator<Arg<Option<u32>>, Yield = &'static str, Return = Option<u32>> {
    Some((yield "a")? + (yield "b")?)
}

fn main() {
    let mut frame = digits("42");
    assert_eq!(frame.step(&mut ()), State::Yielded(4));
    assert_eq!(frame.step(&mut ()), State::Yielded(2));
    assert_eq!(frame.step(&mut ()), State::Complete(Some(10)));

    let mut frame = digits("4x2");
    assert_eq!(frame.step(&mut ()), State::Yielded(4));
    assert_eq!(frame.step(&mut ()), State::Complete(None));

    assert_eq!(digits("").step(&mut ()), State::Complete(None));

    let mut frame = asked();
    assert_eq!(frame.start(), State::Yielded("a"));
    assert_eq!(frame.send(Some(1)), State::Yielded("b"));
    assert_eq!(frame.send(Some(2)), State::Complete(Some(3)));

    let mut frame = asked();
    assert_eq!(frame.start(), State::Yielded("a"));
    assert_eq!(frame.send(None), State::Complete(None));
}
