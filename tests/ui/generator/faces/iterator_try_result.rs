//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// In the face `Iterator`, `?` on an error yields it, converted, as the last item.

#![feature(native_generators)]

use std::num::ParseIntError;

#[derive(Debug, PartialEq)]
enum Error {
    Number(ParseIntError),
    Zero,
}

impl From<ParseIntError> for Error {
    fn from(error: ParseIntError) -> Error {
        Error::Number(error)
    }
}

fn divide(by: u32) -> Result<u32, Error> {
    if by == 0 { Err(Error::Zero) } else { Ok(100 / by) }
}

fn shares<'a>(words: &'a [&'a str]) => impl Iterator<Item = Result<u32, Error>> {
    for word in words {
        let number = word.parse::<u32>()?;
        yield Ok(divide(number)?);
    }
    yield divide(0);
    yield Ok(0);
}

fn main() {
    let not_a_number = "x".parse::<u32>().unwrap_err();
    assert_eq!(
        shares(&["4", "5", "x", "6"]).collect::<Vec<_>>(),
        [Ok(25), Ok(20), Err(Error::Number(not_a_number))],
    );
    assert_eq!(shares(&["4", "0", "5"]).collect::<Vec<_>>(), [Ok(25), Err(Error::Zero)]);
    // An error that is yielded without `?` ends nothing.
    assert_eq!(shares(&["2"]).collect::<Vec<_>>(), [Ok(50), Err(Error::Zero), Ok(0)]);

    assert_eq!(shares(&["4", "0"]).collect::<Result<Vec<_>, _>>(), Err(Error::Zero));

    let mut frame = shares(&["0"]);
    assert_eq!(frame.next(), Some(Err(Error::Zero)));
    assert_eq!(frame.next(), None);
    assert_eq!(frame.next(), None);
}
