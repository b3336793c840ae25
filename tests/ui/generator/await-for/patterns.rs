//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// Patterns after `await for`: destructuring, bindings, references, `_`, and values that move.

#![feature(native_generators)]

use std::generator::{self, Future};

struct Point {
    x: i32,
    y: i32,
}

fn patterns() => impl Future<(), Return = i32> {
    let mut sum = 0;
    await for (a, b) in [(1, 2), (3, 4)] { sum += a * b; }
    await for Point { x, y: other } in vec![Point { x: 1, y: 2 }] { sum += 10 * (x + other); }
    await for &n in &[1, 2, 3] { sum += 100 * n; }
    await for [first, .., last] in vec![[1, 2, 3], [4, 5, 6]] { sum += 1000 * (last - first); }
    await for _ in 0..2 { sum += 10_000; }
    await for whole @ Point { x, .. } in [Point { x: 1, y: 0 }] { sum += (whole.y + x) * 100_000; }
    await for mut n in [5] {
        n += 1;
        sum -= n;
    }
    await for Ok(n) | Err(n) in vec![Ok(1), Err(2)] { sum -= n; }
    sum
}

fn moves() => impl Future<(), Return = Vec<String>> {
    let mut all = vec![];
    await for text in vec!["a".to_string(), "b".to_string()] { all.push(text); }
    await for (Some(text), _) | (None, text) in vec![(None, "c".to_string())] { all.push(text); }
    all
}

fn main() {
    assert_eq!(generator::run(patterns()), 14 + 30 + 600 + 4000 + 20_000 + 100_000 - 6 - 3);
    assert_eq!(generator::run(moves()), ["a", "b", "c"]);
}
