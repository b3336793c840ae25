//@ run-pass
//@ edition: 2024

// Closures and items nested in a generator body start afresh: their `return` and `?` are their own.

#![feature(native_generators)]

use std::generator::*;

fn outer(words: &[&str]) => impl Generator<Yield = u32, Return = &'static str> {
    const STEP: u32 = 100;

    fn parse(word: &str) -> Option<u32> {
        let number: u32 = word.parse().ok()?;
        Some(number + STEP)
    }

    let clamp = |number: u32| {
        if number > 200 {
            return 200;
        }
        number
    };
    let checked = move |word: &str| -> Option<u32> { Some(clamp(parse(word)?)) };

    for word in words {
        yield checked(word).unwrap_or(0)
    }
    "done"
}

fn main() {
    let mut frame = outer(&["5", "x", "150"]);
    assert_eq!(frame.step(&mut ()), State::Yielded(105));
    assert_eq!(frame.step(&mut ()), State::Yielded(0));
    assert_eq!(frame.step(&mut ()), State::Yielded(200));
    assert_eq!(frame.step(&mut ()), State::Complete("done"));
}
