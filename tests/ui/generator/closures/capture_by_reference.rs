//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// A closure captures what its body only looks at by reference; its frames share it.

#![feature(native_generators)]

use std::cell::Cell;
use std::generator::*;

fn main() {
    let words = vec!["a".to_string(), "bc".to_string()];
    let calls = Cell::new(0);
    let lengths = |extra: usize| => {
        calls.set(calls.get() + 1);
        for word in &words {
            yield word.len() + extra
        }
        calls.set(calls.get() + 10);
    };

    let mut first = lengths(0);
    let second = lengths(100);
    assert_eq!(calls.get(), 0);
    assert_eq!(first.step(&mut ()), State::Yielded(1));
    assert_eq!(second.into_iter().collect::<Vec<_>>(), [101, 102]);
    assert_eq!(first.step(&mut ()), State::Yielded(2));
    assert_eq!(calls.get(), 12);
    drop(first);
    assert_eq!(words.len(), 2);
}
