//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// `?` on a `Result` finishes a `Generator` with its `Return`, converting the error.

#![feature(native_generators)]

use std::generator::*;
use std::num::ParseIntError;

#[derive(Debug, PartialEq)]
enum Error {
    Number(ParseIntError),
    Negative(i32),
}

impl From<ParseIntError> for Error {
    fn from(error: ParseIntError) -> Error {
        Error::Number(error)
    }
}

fn parse(words: Vec<&str>) => impl Generator<Yield = i32, Return = Result<usize, Error>> {
    let mut count = 0;
    for word in words {
        let number: i32 = word.parse()?;
        if number < 0 {
            Err(Error::Negative(number))?;
        }
        yield number;
        count += 1;
    }
    Ok(count)
}

fn main() {
    let mut frame = parse(vec!["1", "2"]);
    assert_eq!(frame.step(&mut ()), State::Yielded(1));
    assert_eq!(frame.step(&mut ()), State::Yielded(2));
    assert_eq!(frame.step(&mut ()), State::Complete(Ok(2)));

    let mut frame = parse(vec!["1", "-2", "3"]);
    assert_eq!(frame.step(&mut ()), State::Yielded(1));
    assert_eq!(frame.step(&mut ()), State::Complete(Err(Error::Negative(-2))));

    let error = "x".parse::<i32>().unwrap_err();
    assert_eq!(parse(vec!["x"]).step(&mut ()), State::Complete(Err(Error::Number(error))));
}
