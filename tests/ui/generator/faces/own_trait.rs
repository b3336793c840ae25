//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// A trait of one's own with `Generator` as its supertrait is a face: it decides yield and return.

#![feature(native_generators)]

use std::generator::*;

trait Numbers: Generator<Yield = u8, Return = Result<(), String>> {
    fn sum(self) -> Result<u32, String>
    where
        Self: Sized + Unpin,
    {
        let mut numbers = self;
        let mut sum = 0;
        loop {
            match numbers.step(&mut ()) {
                State::Yielded(n) => sum += u32::from(n),
                State::Complete(end) => return end.map(|()| sum),
            }
        }
    }
}

impl<G: Generator<Yield = u8, Return = Result<(), String>>> Numbers for G {}

fn numbers(fail: bool) => impl Numbers {
    yield 1;
    if fail {
        Err("failed")?;
    }
    yield 255;
    Ok(())
}

fn main() {
    assert_eq!(numbers(false).sum(), Ok(256));
    assert_eq!(numbers(true).sum(), Err("failed".to_string()));
}
