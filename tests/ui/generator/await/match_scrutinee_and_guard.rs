//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// `await` as a scrutinee, in a guard and in the arms of a `match`.

#![feature(native_generators)]

use std::generator::{self, Future, ready};

fn classify(n: u32) => impl Future<(), Return = &'static str> {
    match await ready(n) {
        0 => await ready("zero"),
        _ if await ready(n) % 2 == 0 => ready("even").await,
        1 | 3 if n < await ready(2) => "one",
        _ => await ready("odd"),
    }
}

fn by_parts(pair: (Option<String>, u32)) => impl Future<(), Return = String> {
    match (await ready(pair.0), await ready(pair.1)) {
        (Some(text), 0) => text,
        (Some(text), n) => text + &ready(n).await.to_string(),
        (None, _) => String::new(),
    }
}

fn main() {
    assert_eq!(generator::run(classify(0)), "zero");
    assert_eq!(generator::run(classify(1)), "one");
    assert_eq!(generator::run(classify(2)), "even");
    assert_eq!(generator::run(classify(3)), "odd");
    assert_eq!(generator::run(by_parts((Some("a".into()), 0))), "a");
    assert_eq!(generator::run(by_parts((Some("a".into()), 5))), "a5");
    assert_eq!(generator::run(by_parts((None, 5))), "");
}
