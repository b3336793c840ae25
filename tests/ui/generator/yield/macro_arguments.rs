//@ run-pass
//@ edition: 2024

// `yield` in the arguments of the standard macros, where an expression may stand.

#![feature(native_generators)]

use std::generator::*;

fn formats() => impl Generator<Arg<u32>, Yield = u32, Return = String> {
    let text = format!("{:>3}", yield 1);
    let number = dbg!(yield 2);
    assert!((yield 3) > 0, "the third is never 0");
    text + &number.to_string()
}

fn main() {
    let mut frame = formats();
    assert_eq!(frame.start(), State::Yielded(1));
    assert_eq!(frame.send(7), State::Yielded(2));
    assert_eq!(frame.send(8), State::Yielded(3));
    assert_eq!(frame.send(9), State::Complete("  78".to_string()));
}
