//@ run-pass
//@ edition: 2024

// Without any expectation, yield and return types of a closure come from its body.

#![feature(native_generators)]

use std::generator::*;

fn main() {
    let pairs = |text: &'static str| => {
        for (at, letter) in text.char_indices() {
            yield (letter, at);
        }
        if text.is_empty() {
            return None;
        }
        Some(text.len())
    };
    let mut frame = pairs("ab");
    assert_eq!(frame.step(&mut ()), State::Yielded(('a', 0)));
    assert_eq!(frame.step(&mut ()), State::Yielded(('b', 1)));
    assert_eq!(frame.step(&mut ()), State::Complete(Some(2)));
    assert_eq!(pairs("").step(&mut ()), State::Complete(None));

    let parsed = |words: Vec<&'static str>| => {
        let mut sum = 0u32;
        for word in words {
            sum += word.parse::<u32>()?;
            yield sum;
        }
        Ok::<_, std::num::ParseIntError>(())
    };
    let mut frame = parsed(vec!["1", "2", "x"]);
    assert_eq!(frame.step(&mut ()), State::Yielded(1));
    assert_eq!(frame.step(&mut ()), State::Yielded(3));
    assert!(matches!(frame.step(&mut ()), State::Complete(Err(_))));
}
