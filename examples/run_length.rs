//! Run-length coding, both ways: `run_length encode` and `run_length decode`, line by line.
//!
//! Without an argument it shows each line, its code, and what the code is decoded to.

#![feature(native_generators)]

use std::error::Error;
use std::{env, io};

/// The runs of equal letters: `aab` gives `(2, 'a')` and `(1, 'b')`.
fn encode(letters: impl Iterator<Item = char>) => impl Iterator<Item = (usize, char)> {
    let mut letters = letters.peekable();
    while let Some(letter) = letters.next() {
        let mut length = 1;
        while letters.next_if_eq(&letter).is_some() {
            length += 1;
        }
        yield (length, letter);
    }
}

/// The letters that a code such as `2ab` stands for. A length of one may be left out.
fn decode(code: &str) => impl Iterator<Item = Result<char, String>> {
    let mut length = String::new();
    for letter in code.chars() {
        if letter.is_ascii_digit() {
            length.push(letter);
            continue;
        }
        let times: usize = match length.as_str() {
            "" => 1,
            digits => digits.parse().map_err(|_| format!("run of {digits} is too long"))?,
        };
        for _ in 0..times {
            yield Ok(letter);
        }
        length.clear();
    }
    if !length.is_empty() {
        yield Err(format!("{length} of nothing at the end"));
    }
}

fn encoded(line: &str) -> String {
    encode(line.chars())
        .map(|(length, letter)| match length {
            1 => letter.to_string(),
            _ => format!("{length}{letter}"),
        })
        .collect()
}

fn main() -> Result<(), Box<dyn Error>> {
    let mode = env::args().nth(1);
    for line in io::stdin().lines() {
        let line = line?;
        match mode.as_deref() {
            Some("encode") => println!("{}", encoded(&line)),
            Some("decode") => println!("{}", decode(&line).collect::<Result<String, _>>()?),
            Some(_) => Err("usage: run_length [encode|decode]")?,
            None => {
                let code = encoded(&line);
                let decoded: String = decode(&code).collect::<Result<_, _>>()?;
                println!("{line} = {code} = {decoded}");
            }
        }
    }
    Ok(())
}
