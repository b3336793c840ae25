//@ run-pass
//@ edition: 2024

// In the face `Iterator`, `?` brings errors of several types into one `Box<dyn Error>`.

#![feature(native_generators)]

use std::error::Error;
use std::io::BufRead;
use std::str;

fn rows(input: impl BufRead) => impl Iterator<Item = Result<Vec<i64>, Box<dyn Error>>> {
    for line in input.split(b'\n') {
        let line = line?;
        let mut row = Vec::new();
        for field in str::from_utf8(&line)?.split(',') {
            row.push(field.trim().parse()?);
        }
        if row.len() > 3 {
            Err("a row has at most three fields")?;
        }
        yield Ok(row);
    }
}

fn read(input: &[u8]) -> (Vec<Vec<i64>>, Option<String>) {
    let mut good = Vec::new();
    for row in rows(input) {
        match row {
            Ok(row) => good.push(row),
            Err(error) => return (good, Some(error.to_string())),
        }
    }
    (good, None)
}

fn main() {
    assert_eq!(read(b"1, 2\n3\n"), (vec![vec![1, 2], vec![3]], None));
    let (good, error) = read(b"1\n2,x\n3");
    assert_eq!((good, error.as_deref()), (vec![vec![1]], Some("invalid digit found in string")));
    let (good, error) = read(b"1,2,3,4\n5");
    assert_eq!((good, error.as_deref()), (vec![], Some("a row has at most three fields")));
    let (good, error) = read(b"1\n\xff\n5");
    assert_eq!(good, [[1]]);
    assert!(error.unwrap().starts_with("invalid utf-8"));
}
