//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// `await for` wherever an expression may stand: operands, arguments, conditions, tails.

#![feature(native_generators)]

use std::generator::{self, Future, Stream};

fn count(n: u32) => impl Stream<(), Yield = u32, Return = u32> {
    for m in 0..n {
        yield m;
    }
    n * 10
}

fn add(a: u32, b: u32) -> u32 {
    a + b
}

fn expressions() => impl Future<(), Return = (u32, [u32; 2], u32)> {
    let mut seen = 0;
    let sum = add(await for n in count(2) { seen += n; }, await for n in count(3) { seen += n; });
    let array = [await for _ in count(1) {}, 1 + await for n in count(9) {
        if n == 4 { break n; }
    }];
    let chosen = if (await for _ in count(1) {}) == 10 {
        await for _ in count(5) {}
    } else {
        0
    };
    let matched = match await for n in count(3) { if n == 1 { break n } } {
        1 => seen,
        _ => 0,
    };
    (sum, array, chosen + matched)
}

fn tail(n: u32) => impl Future<(), Return = u32> {
    await for m in count(n) {
        if m > 2 {
            return m;
        }
    }
}

fn main() {
    assert_eq!(generator::run(expressions()), (50, [10, 5], 54));
    assert_eq!(generator::run(tail(3)), 30);
    assert_eq!(generator::run(tail(4)), 3);
}
