//@ run-pass
//@ edition: 2024

// What is sent, and what `?`, `return` and the tail give, has its type before the body is checked.

#![feature(native_generators)]

use std::error::Error;
use std::fmt::{self, Debug, Display};
use std::generator::*;
use std::num::ParseIntError;

#[derive(Debug)]
struct MyError(String);

impl Display for MyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Error for MyError {}

impl From<ParseIntError> for MyError {
    fn from(error: ParseIntError) -> MyError {
        MyError(error.to_string())
    }
}

fn f() => impl Generator<Arg<String>, Yield = Box<dyn Debug>, Return = Result<(), MyError>> {
    let s = yield Box::new(1);
    let length = s.len();
    let t = yield Box::new(length);
    if t.starts_with('!') {
        Err(t.parse::<u32>().unwrap_err())?;
    }
    Ok(())
}

fn pairs() => impl Generator<Arg<(u8, &'static str)>, Yield = (), Return = Vec<(char, u16)>> {
    let (number, text) = yield;
    let mut all = vec![];
    for letter in text.chars() {
        all.push((letter, number.into()));
    }
    let closure = |(number, text): (_, _)| {
        let _: u8 = number;
        let _: &str = text;
        text.chars().next()
    };
    let sent = yield;
    all.extend(closure(sent).map(|letter| (letter, 0)));
    all
}

fn main() {
    let mut frame = f();
    assert_eq!(format!("{:?}", frame.start()), "Yielded(1)");
    assert_eq!(format!("{:?}", frame.send("four".to_string())), "Yielded(4)");
    assert!(matches!(frame.send(String::new()), State::Complete(Ok(()))));

    let mut frame = f();
    assert!(frame.start().is_yielded());
    assert!(frame.send(String::new()).is_yielded());
    let error = frame.send("!".to_string()).complete().unwrap().unwrap_err();
    assert_eq!(error.to_string(), "invalid digit found in string");

    let mut frame = pairs();
    assert!(frame.start().is_yielded());
    assert!(frame.send((7, "ab")).is_yielded());
    assert_eq!(frame.send((8, "c")), State::Complete(vec![('a', 7), ('b', 7), ('c', 0)]));
}
