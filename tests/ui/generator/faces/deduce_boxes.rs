//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// Yielded and returned values coerce to the trait objects that the face names.

#![feature(native_generators)]

use std::error::Error;
use std::fmt::Debug;
use std::generator::*;

#[derive(Debug)]
struct Failure;

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("failure")
    }
}

impl Error for Failure {}

fn things(n: u32) => impl Generator<Yield = Box<dyn Debug>, Return = Box<dyn Error>> {
    yield Box::new(n);
    yield Box::new("text");
    let pair: Box<dyn Debug> = Box::new([1, 2]);
    yield pair;
    match n {
        0 => return Box::new(Failure),
        1 => return "converted".into(),
        _ => {}
    }
    Box::new(Failure)
}

fn functions() => impl Iterator<Item = Box<dyn Fn(u32) -> u32>> {
    for by in 1..3 {
        yield Box::new(move |n| n * by)
    }
}

fn main() {
    for n in 0..3 {
        let mut frame = things(n);
        for expected in vec![n.to_string(), "\"text\"".to_string(), "[1, 2]".to_string()] {
            let State::Yielded(thing) = frame.step(&mut ()) else { panic!("too short") };
            assert_eq!(format!("{:?}", thing), expected);
        }
        let State::Complete(error) = frame.step(&mut ()) else { panic!("too long") };
        assert_eq!(error.to_string(), if n == 1 { "converted" } else { "failure" });
    }
    assert_eq!(functions().map(|f| f(10)).collect::<Vec<_>>(), [10, 20]);
}
