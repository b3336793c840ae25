//! Reads the protocol of Redis, RESP, from a stream that comes in pieces of any length.
//!
//! The parser is a generator that is sent bytes. It is written as if it could simply read them:
//! each function takes what it needs with `yield`, and hands over to another with `yield..`, which
//! passes the bytes on and gives what the other returns. Wherever a piece ends, all of them stop,
//! and go on with the next piece. Nothing is read twice, and nothing kept that is not needed.
//!
//! `./x.py run examples/resp.rs -- 7 < examples/resp/stdin` reads seven bytes at a time.

#![feature(native_generators)]

use std::error::Error;
use std::fmt;
use std::generator::{Arg, Boxed, Generator, IntoBox, State};
use std::io::{self, Read as _};
use std::{env, mem};

enum Value {
    Simple(String),
    Error(String),
    Integer(i64),
    Bulk(Option<Vec<u8>>),
    Array(Vec<Value>),
}

/// What the parser yields: the last value that is complete, and a wish for the next byte.
type Ready = Option<Value>;

/// Reads to the end of the line.
fn line() => impl Generator<Arg<u8>, Yield = Ready, Return = String> {
    let mut line = Vec::new();
    loop {
        match (yield None) {
            b'\n' => return String::from_utf8_lossy(&line).trim_end().to_string(),
            byte => line.push(byte),
        }
    }
}

fn integer() => impl Generator<Arg<u8>, Yield = Ready, Return = Result<i64, String>> {
    let line = yield.. line();
    line.parse().map_err(|_| format!("`{line}` is no number"))
}

/// Reads as many bytes, or nothing where the number is negative, and the end of the line.
fn bulk() => impl Generator<Arg<u8>, Yield = Ready, Return = Result<Value, String>> {
    let Ok(length) = usize::try_from((yield.. integer())?) else { return Ok(Value::Bulk(None)) };
    let mut bytes = Vec::new();
    while bytes.len() < length {
        let byte = yield None;
        bytes.push(byte);
    }
    yield.. line();
    Ok(Value::Bulk(Some(bytes)))
}

/// Reads one value. With the wish for its first byte it yields the one before.
fn value(before: Ready) -> Boxed<'static, Arg<u8>, Ready, Result<Value, String>> {
    fn frame(
        before: Ready,
    ) => impl Generator<Arg<u8>, Yield = Ready, Return = Result<Value, String>> {
        Ok(match (yield before) {
            b'+' => Value::Simple(yield.. line()),
            b'-' => Value::Error(yield.. line()),
            b':' => Value::Integer((yield.. integer())?),
            b'$' => (yield.. bulk())?,
            b'*' => {
                let mut values = Vec::new();
                for _ in 0..(yield.. integer())? {
                    // An array may hold arrays, so this is where the frame needs a box.
                    let value = (yield.. value(None))?;
                    values.push(value);
                }
                Value::Array(values)
            }
            byte => return Err(format!("no value begins with `{}`", byte.escape_ascii())),
        })
    }
    frame(before).into_box()
}

/// Reads values for ever, or until something is wrong with them.
fn values() => impl Generator<Arg<u8>, Yield = Ready, Return = String> {
    let mut last = None;
    loop {
        match yield.. value(mem::take(&mut last)) {
            Ok(value) => last = Some(value),
            Err(error) => return error,
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Simple(text) => f.write_str(text),
            Value::Error(text) => write!(f, "error: {text}"),
            Value::Integer(number) => write!(f, "{number}"),
            Value::Bulk(None) => f.write_str("nothing"),
            Value::Bulk(Some(bytes)) => write!(f, "\"{}\"", bytes.escape_ascii()),
            Value::Array(values) => {
                let values: Vec<_> = values.iter().map(Value::to_string).collect();
                write!(f, "[{}]", values.join(", "))
            }
        }
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let size = env::args().nth(1).ok_or("usage: resp SIZE")?.parse()?;
    let mut piece = vec![0; size];
    let mut values = values();
    values.start();
    for number in 1.. {
        let length = io::stdin().read(&mut piece)?;
        if length == 0 {
            break;
        }
        for &byte in &piece[..length] {
            match values.send(byte) {
                State::Yielded(None) => {}
                State::Yielded(Some(value)) => println!("piece {number:2}: {value}"),
                State::Complete(error) => return Err(error.into()),
            }
        }
    }
    Ok(())
}
