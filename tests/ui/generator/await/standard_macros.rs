//@ run-pass
//@ revisions: e2018 e2021 e2024
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// The standard macros take `e.await` as an argument.

#![feature(native_generators)]

use std::generator::{self, Future, ready};

fn uses() => impl Future<(), Return = Vec<String>> {
    assert_eq!(ready(1).await, 1);
    assert!(ready(true).await, "not {}", ready("reached").await);
    assert_ne!(ready(1).await, 2);
    debug_assert!(ready(true).await);
    let formatted = format!("<{:>3}>", ready(7).await);
    let counted = vec![ready("x".to_string()).await; 2];
    let matched = matches!(ready(Some(3)).await, Some(n) if n == 3);
    assert!(matched);
    let mut all = vec![formatted, ready("y".to_string()).await, ready("z".to_string()).await];
    all.extend(counted);
    all
}

fn main() {
    assert_eq!(generator::run(uses()), ["<  7>", "y", "z", "x", "x"]);
}
