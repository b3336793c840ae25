//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// Labels, `break` and `continue` across nested `await for` loops and ordinary ones.

#![feature(native_generators)]

use std::generator::{self, Future};

fn nested(n: u32) => impl Future<(), Return = Vec<(u32, u32)>> {
    let mut pairs = vec![];
    'outer: await for a in 0..n {
        'inner: await for b in 0..n {
            if a == b { continue 'outer; }
            if b % 2 == 1 { continue; }
            if a == 4 { break 'outer; }
            loop {
                if a == 3 { break 'inner; }
                break;
            }
            pairs.push((a, b));
        }
    }
    pairs
}

fn mixed() => impl Future<(), Return = u32> {
    let mut count = 0;
    'rows: for row in 0..4 {
        await for column in 0..4 {
            if column > row { continue 'rows; }
            if row == 3 { break 'rows; }
            count += 1;
        }
    }
    'streams: await for n in 0..10 {
        while count < 100 {
            count += n;
            if n == 5 { break 'streams; }
            if count % 2 == 0 { continue 'streams; }
            break;
        }
    }
    'block: {
        await for n in [1, 2] {
            if n == 2 { break 'block; }
        }
        count += 1000;
    }
    count
}

fn main() {
    let pairs = [(1, 0), (2, 0)];
    assert_eq!(generator::run(nested(6)), pairs);
    assert_eq!(generator::run(mixed()), 6 + 0 + 1 + 2 + 3 + 4 + 5);
}
