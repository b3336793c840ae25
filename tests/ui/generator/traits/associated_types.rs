//@ run-pass
//@ edition: 2024

// The face may name associated types and constants of the trait, and `Self`.

#![feature(native_generators)]

use std::fmt::Debug;
use std::generator::*;

trait Grammar: Clone {
    type Token: Debug;
    type Error: Debug;
    const LIMIT: usize;

    fn tokens(&self, text: &str) => impl Iterator<Item = Result<Self::Token, Self::Error>>;

    fn forever(self) => impl Iterator<Item = Self> {
        for _ in 0..Self::LIMIT {
            yield self.clone()
        }
    }

    fn parse(
        self,
        text: String,
    ) => impl Generator<Yield = Self::Token, Return = Option<Self::Error>> {
        for token in self.tokens(&text).collect::<Vec<_>>() {
            match token {
                Ok(token) => yield token,
                Err(error) => return Some(error),
            }
        }
        None
    }
}

#[derive(Clone)]
struct Digits;

impl Grammar for Digits {
    type Token = u32;
    type Error = char;
    const LIMIT: usize = 2;

    fn tokens(&self, text: &str) => impl Iterator<Item = Result<u32, char>> {
        for letter in text.chars() {
            yield Ok(letter.to_digit(10).ok_or(letter)?)
        }
    }
}

fn main() {
    assert_eq!(Digits.tokens("12").collect::<Vec<_>>(), [Ok(1), Ok(2)]);
    assert_eq!(Digits.forever().count(), 2);

    let mut frame = Digits.parse("1x2".to_string());
    assert_eq!(frame.step(&mut ()), State::Yielded(1));
    assert_eq!(frame.step(&mut ()), State::Complete(Some('x')));
}
