//! Adds up a ledger: lines of `name,amount` on standard input, where a name may stand in quotes.
//!
//! A line that makes no sense ends the reading, and the report says which one it was.

#![feature(native_generators)]

use std::collections::BTreeMap;
use std::fmt;
use std::io::{self, BufRead};
use std::num::ParseIntError;

struct Entry {
    name: String,
    amount: i64,
}

enum Problem {
    Io(io::Error),
    Amount(ParseIntError),
    Fields(usize),
    Quote,
}

impl From<io::Error> for Problem {
    fn from(error: io::Error) -> Problem {
        Problem::Io(error)
    }
}

impl From<ParseIntError> for Problem {
    fn from(error: ParseIntError) -> Problem {
        Problem::Amount(error)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Problem::Io(error) => write!(f, "{error}"),
            Problem::Amount(error) => write!(f, "not an amount: {error}"),
            Problem::Fields(count) => write!(f, "{count} fields where two are expected"),
            Problem::Quote => write!(f, "a quote that is never closed"),
        }
    }
}

/// The fields of a line. Commas in quotes belong to the field, and `""` there is one quote.
fn fields(line: &str) => impl Iterator<Item = Result<String, Problem>> {
    let mut field = String::new();
    let mut quoted = false;
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.next_if_eq(&'"').is_some() => field.push('"'),
            '"' => quoted = !quoted,
            ',' if !quoted => yield Ok(std::mem::take(&mut field)),
            _ => field.push(letter),
        }
    }
    yield if quoted { Err(Problem::Quote) } else { Ok(field) };
}

/// The entries of a ledger: each line's, or the problem that ended the reading.
fn entries(input: impl BufRead) => impl Iterator<Item = Result<Entry, Problem>> {
    for line in input.lines() {
        let fields: Vec<String> = fields(&line?).collect::<Result<_, _>>()?;
        let [name, amount] = <[String; 2]>::try_from(fields)
            .map_err(|fields| Problem::Fields(fields.len()))?;
        yield Ok(Entry { name, amount: amount.trim().parse()? });
    }
}

fn main() {
    let mut totals = BTreeMap::new();
    for (number, entry) in (1..).zip(entries(io::stdin().lock())) {
        match entry {
            Ok(Entry { name, amount }) => *totals.entry(name).or_insert(0) += amount,
            Err(problem) => println!("line {number}: {problem}"),
        }
    }
    for (name, total) in totals {
        println!("{total:>8}  {name}");
    }
}
