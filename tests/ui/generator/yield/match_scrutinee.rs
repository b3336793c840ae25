//@ run-pass
//@ edition: 2024

// `yield` as the scrutinee of `match`, `if let` and `matches!`.

#![feature(native_generators)]

use std::generator::*;

enum Command {
    Add(u32),
    Double,
    Stop,
}

fn calculator() => impl Generator<Arg<Command>, Yield = u32, Return = u32> {
    let mut total = 0;
    loop {
        match (yield total) {
            Command::Add(n) => total += n,
            Command::Double => total *= 2,
            Command::Stop => return total,
        }
    }
}

fn options() => impl Generator<Arg<Option<u32>>, Yield = &'static str, Return = (u32, bool)> {
    let first = if let Some(n) = (yield "first") { n } else { 0 };
    (first, matches!(yield "second", Some(n) if n > first))
}

fn main() {
    let mut frame = calculator();
    assert_eq!(frame.start(), State::Yielded(0));
    assert_eq!(frame.send(Command::Add(5)), State::Yielded(5));
    assert_eq!(frame.send(Command::Double), State::Yielded(10));
    assert_eq!(frame.send(Command::Stop), State::Complete(10));

    let mut frame = options();
    assert_eq!(frame.start(), State::Yielded("first"));
    assert_eq!(frame.send(Some(3)), State::Yielded("second"));
    assert_eq!(frame.send(Some(4)), State::Complete((3, true)));
}
