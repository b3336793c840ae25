//@ run-pass
//@ revisions: e2018 e2021 e2024
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// In a `try` block `?` on an awaited value ends the block; outside of it, the generator.

#![feature(native_generators)]
#![feature(try_blocks)]

use std::generator::{self, Future, Stream};

fn parse(text: &str) => impl Future<(), Return = Result<i32, std::num::ParseIntError>> {
    text.parse()
}

fn words(text: &str) => impl Stream<(), Yield = &str, Return = Option<()>> {
    for word in text.split(' ') {
        if word.is_empty() {
            return None;
        }
        yield word;
    }
    Some(())
}

fn sum(a: &str, b: &str) => impl Future<(), Return = Result<i32, String>> {
    let sum: Result<i32, std::num::ParseIntError> = try { await parse(a)? + parse(b).await? };
    let all: Option<i32> = try {
        let mut all = 0;
        await for word in words(a) {
            all += parse(word).await.ok()?;
        }?;
        all
    };
    match sum {
        Ok(sum) => Ok(sum * 10),
        Err(_) => Ok(all.ok_or(format!("neither {} nor {}", a, b))? + 1),
    }
}

/// With the face `Iterator`, `?` outside of the block yields the error.
fn all(texts: &[&str]) => impl Iterator<Item = Result<i32, std::num::ParseIntError>> {
    for text in texts {
        let doubled: Option<i32> = try { (await parse(text)).ok()? * 2 };
        yield Ok(doubled.unwrap_or(-1));
    }
    for text in texts {
        yield Ok(await parse(text)?);
    }
    yield Ok(1000);
}

fn main() {
    assert_eq!(generator::run(sum("1", "2")), Ok(30));
    assert_eq!(generator::run(sum("1 2", "3")), Ok(4));
    assert_eq!(generator::run(sum("1  2", "3")), Err("neither 1  2 nor 3".to_string()));
    assert_eq!(generator::run(sum("x", "3")), Err("neither x nor 3".to_string()));
    let all: Vec<_> = all(&["4", "x", "5"]).map(Result::ok).collect();
    assert_eq!(all, [Some(8), Some(-1), Some(10), Some(4), None]);
}
