//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// Recursion through boxes: direct, mutual, and twice in one expression.

#![feature(native_generators)]

use std::generator::{self, Executor, Future, IntoBox};

fn factorial(n: u64) => impl Future<(), Return = u64> {
    if n == 0 { 1 } else { n * await factorial(n - 1).into_box() }
}

fn fibonacci(n: u32) => impl Future<(), Return = u32> {
    match n {
        0 | 1 => n,
        _ => await fibonacci(n - 1).into_box() + fibonacci(n - 2).into_box().await,
    }
}

fn even<'a, E: Executor + 'a>(n: u32) => impl Future<E, Return = bool> {
    n == 0 || await odd(n - 1).into_box()
}

fn odd<'a, E: Executor + 'a>(n: u32) => impl Future<E, Return = bool> {
    n != 0 && await even(n - 1).into_box()
}

fn checked(n: u32) => impl Future<(), Return = Result<u32, String>> {
    if n == 13 {
        return Err("thirteen".to_string());
    }
    Ok(if n == 0 { 0 } else { await checked(n - 1).into_box()? + 1 })
}

fn main() {
    assert_eq!(generator::run(factorial(10)), 3_628_800);
    assert_eq!(generator::run(fibonacci(10)), 55);
    assert!(generator::run(even(100)));
    assert!(!generator::run(odd(100)));
    assert_eq!(generator::run(checked(12)), Ok(12));
    assert_eq!(generator::run(checked(20)), Err("thirteen".to_string()));
}
