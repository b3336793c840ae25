//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// `?` inside the block, in the stream, and on the value of the loop.

#![feature(native_generators)]

use std::generator::{self, Future, Stream};
use std::num::ParseIntError;

fn lines(text: &str) => impl Stream<(), Yield = &str, Return = Result<(), String>> {
    for line in text.lines() {
        if line == "#" {
            Err("comment".to_string())?;
        }
        yield line;
    }
    Ok(())
}

fn parse(line: &str) => impl Future<(), Return = Result<u32, ParseIntError>> {
    line.parse()
}

fn sum(text: &str) => impl Future<(), Return = Result<u32, String>> {
    let mut sum = 0;
    (await for line in lines(text) {
        sum += parse(line).await.map_err(|_| line.to_string())?;
    })?;
    Ok(sum)
}

fn opened(path: Option<&str>) => impl Future<(), Return = Option<usize>> {
    let mut count = 0;
    await for _ in lines(path?) {
        count += 1;
        if count > 2 {
            return None;
        }
    }.ok()?;
    Some(count)
}

fn main() {
    assert_eq!(generator::run(sum("1\n2\n30")), Ok(33));
    assert_eq!(generator::run(sum("1\nx\n#")), Err("x".to_string()));
    assert_eq!(generator::run(sum("1\n#\nx")), Err("comment".to_string()));
    assert_eq!(generator::run(opened(None)), None);
    assert_eq!(generator::run(opened(Some("a\nb"))), Some(2));
    assert_eq!(generator::run(opened(Some("a\nb\nc"))), None);
    assert_eq!(generator::run(opened(Some("a\n#"))), None);
}
