//@ run-pass
//@ edition: 2024

// `yield` in the guard of a `match` arm, and what the arm binds after it.

#![feature(native_generators)]

use std::generator::*;

fn judge(n: u32) => impl Generator<Arg<bool>, Yield = u32, Return = (u32, &'static str)> {
    match n {
        0 => (0, "zero"),
        1..=9 if (yield n) => (n, "whole"),
        _ if n > 10 && (yield n / 10) => (n, "by its tens"),
        m => (m, "refused"),
    }
}

fn main() {
    assert_eq!(judge(0).start(), State::Complete((0, "zero")));

    let mut frame = judge(7);
    assert_eq!(frame.start(), State::Yielded(7));
    assert_eq!(frame.send(true), State::Complete((7, "whole")));

    let mut frame = judge(42);
    assert_eq!(frame.start(), State::Yielded(4));
    assert_eq!(frame.send(true), State::Complete((42, "by its tens")));

    let mut frame = judge(7);
    assert_eq!(frame.start(), State::Yielded(7));
    assert_eq!(frame.send(false), State::Complete((7, "refused")));
}
