//@ run-pass
//@ revisions: e2018 e2021 e2024
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// The standard macros take `await e` as an argument, alone and within an expression.

#![feature(native_generators)]

use std::fmt::Write;
use std::generator::{self, Future, ready};

fn results(n: u32) => impl Future<(), Return = Result<u32, String>> {
    n.checked_sub(1).ok_or(format!("{} is too small", n))
}

fn writes(out: &mut String) => impl Future<(), Return = ()> {
    write!(out, "{}", await ready('w')).unwrap();
    let _ = writeln!(out, "{}{}", 1, 2);
}

fn uses() => impl Future<(), Return = Result<String, String>> {
    assert!(await ready(true));
    assert!(await ready(1) < 2, "{}", "not reached");
    assert_eq!(await ready(1) + 1, 2);
    assert_ne!(1 + await ready(1), 3);
    let formatted = format!("{}", await ready("only"));
    let vector = vec![await ready(1), await ready(2) * 10, -await ready(3)];
    let repeated = vec![await ready("x"); await ready(2)];
    let matched = matches!(await ready(Some(4)), Some(n) if n > 3);
    let questioned = format!("{}", await results(8)?);
    if await ready(false) {
        unreachable!("{}", await ready("never"));
    }
    let words = [formatted, questioned].concat();
    Ok(format!("{} {:?} {:?} {}", words, vector, repeated, matched))
}

fn fails() => impl Future<(), Return = Result<String, String>> {
    Ok(format!("{}", await results(0)?))
}

fn main() {
    let text = "only7 [1, 20, -3] [\"x\", \"x\"] true";
    assert_eq!(generator::run(uses()), Ok(text.to_string()));
    let mut out = String::new();
    generator::run(writes(&mut out));
    assert_eq!(out, "w12\n");
    assert_eq!(generator::run(fails()), Err("0 is too small".to_string()));
}
