//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// `?` on awaited values converts errors as elsewhere, and ends the generator with its `Return`.

#![feature(native_generators)]

use std::convert::TryFrom;
use std::fmt;
use std::generator::{self, Future, Stream, ready};
use std::num::{ParseIntError, TryFromIntError};
use std::ops::ControlFlow;

#[derive(Debug, PartialEq)]
enum Error {
    Parse(ParseIntError),
    Range(TryFromIntError),
}

impl From<ParseIntError> for Error {
    fn from(error: ParseIntError) -> Error {
        Error::Parse(error)
    }
}

impl From<TryFromIntError> for Error {
    fn from(error: TryFromIntError) -> Error {
        Error::Range(error)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("error")
    }
}

impl std::error::Error for Error {}

fn parse(text: &str) => impl Future<(), Return = Result<i64, ParseIntError>> {
    text.parse()
}

fn byte(text: &str) => impl Future<(), Return = Result<u8, Error>> {
    Ok(u8::try_from(await parse(text)?)?)
}

fn boxed(text: &str) => impl Future<(), Return = Result<u8, Box<dyn std::error::Error>>> {
    Ok(await byte(text)? + 1)
}

fn bytes(text: &str) => impl Stream<(), Yield = u8, Return = Result<usize, Error>> {
    let mut count = 0;
    for word in text.split(' ') {
        yield byte(word).await?;
        count += 1;
    }
    Ok(count)
}

fn flow(n: u32) => impl Future<(), Return = ControlFlow<u32, &'static str>> {
    await ready(if n > 3 { ControlFlow::Break(n) } else { ControlFlow::Continue(()) })?;
    ControlFlow::Continue("low")
}

fn sum(text: &str) => impl Future<(), Return = Result<u32, Box<dyn std::error::Error>>> {
    let mut sum = 0;
    let count = (await for n in bytes(text) {
        sum += u32::from(n);
    })?;
    Ok(sum * 10 + count as u32)
}

fn main() {
    assert_eq!(generator::run(byte("255")), Ok(255));
    assert!(matches!(generator::run(byte("256")), Err(Error::Range(_))));
    assert!(matches!(generator::run(byte("x")), Err(Error::Parse(_))));
    assert_eq!(generator::run(boxed("1")).unwrap(), 2);
    assert_eq!(generator::run(boxed("-1")).unwrap_err().to_string(), "error");
    assert_eq!(generator::run(sum("1 2 3")).unwrap(), 63);
    assert!(generator::run(sum("1 2 x")).is_err());
    assert_eq!(generator::run(flow(3)), ControlFlow::Continue("low"));
    assert_eq!(generator::run(flow(4)), ControlFlow::Break(4));
}
