//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// What `break` gives is the value of the loop, else what the stream returns.

#![feature(native_generators)]

use std::generator::{self, Future, Stream};

fn words(text: &str) => impl Stream<(), Yield = &str, Return = Result<usize, String>> {
    let mut count = 0;
    for word in text.split(' ') {
        if word.is_empty() {
            return Err(format!("empty word {}", count));
        }
        yield word;
        count += 1;
    }
    Ok(count)
}

fn find(text: &str, start: char) => impl Future<(), Return = Result<usize, String>> {
    await for word in words(text) {
        if word.starts_with(start) {
            break Ok(word.len());
        }
    }
}

fn labelled(text: &str) => impl Future<(), Return = String> {
    let end = 'outer: await for word in words(text) {
        loop {
            if word == "stop" {
                break 'outer Ok(99);
            }
            let _inner: Result<usize, String> = await for letter in words(word) {
                if letter == "all" {
                    break 'outer Err(letter.to_string());
                }
            };
            break;
        }
    };
    format!("{:?}", end)
}

fn main() {
    assert_eq!(generator::run(find("one two three", 't')), Ok(3));
    assert_eq!(generator::run(find("one two three", 'x')), Ok(3));
    assert_eq!(generator::run(find("one  three", 't')), Err("empty word 1".to_string()));
    assert_eq!(generator::run(labelled("a b")), "Ok(2)");
    assert_eq!(generator::run(labelled("a stop b")), "Ok(99)");
    assert_eq!(generator::run(labelled("a all b")), "Err(\"all\")");
    assert_eq!(generator::run(labelled("a  b")), "Err(\"empty word 1\")");
}
