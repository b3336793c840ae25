//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// `yield..` in a body with the face `Iterator`: over frames, iterators, collections and options.

#![feature(native_generators)]

use std::generator::{Generator, IntoBox, Stream, from_iter};

fn count(n: u32) => impl Stream<(), Yield = u32, Return = &'static str> {
    for m in 0..n {
        yield m;
    }
    "counted"
}

fn all(vec: Vec<u32>, slice: &[u32]) => impl Iterator<Item = u32> {
    yield.. vec;
    yield.. [3, 4];
    yield.. Some(5);
    yield.. None;
    yield.. (6..8);
    yield.. slice.iter().cloned();
    yield.. "90".chars().map(|c| c.to_digit(10).unwrap());
    yield.. from_iter(vec![1]);
    let end = yield.. count(2);
    assert_eq!(end, "counted");
    yield.. count(1).map_yield(|n| n + 100).into_box();
}

fn references<'a>(words: &'a [String]) => impl Iterator<Item = &'a String> {
    yield.. words;
    yield.. words.iter().rev();
}

fn main() {
    let expected = [1, 2, 3, 4, 5, 6, 7, 8, 8, 9, 0, 1, 0, 1, 100];
    assert_eq!(all(vec![1, 2], &[8, 8]).collect::<Vec<_>>(), expected);
    let words = ["a".to_string(), "b".to_string()];
    assert_eq!(references(&words).cloned().collect::<String>(), "abba");
}
