//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// `await for` in a body with the face `Iterator`, with suspend points of every kind in its block.

#![feature(native_generators)]

use std::generator::{self, Future, Stream};

fn pairs(n: u32) => impl Stream<(), Yield = (u32, u32), Return = u32> {
    await for a in 0..n {
        await for b in a + 1..n {
            yield (a, b);
        }
    }
    n
}

fn double(n: u32) => impl Future<(), Return = u32> {
    2 * n
}

fn flat(n: u32) => impl Iterator<Item = u32> {
    let end = await for (a, b) in pairs(n) {
        yield a;
        yield await double(b);
        yield.. [b; 2];
        if a == 1 { continue }
        await generator::ready(());
    };
    yield 100 + end;
}

fn main() {
    let all = [0, 2, 1, 1, 0, 4, 2, 2, 1, 4, 2, 2, 103];
    assert_eq!(flat(3).collect::<Vec<_>>(), all);
    assert_eq!(flat(3).filter(|n| n % 2 == 1).sum::<u32>(), 1 + 1 + 1 + 103);
    for n in flat(2).zip(1..) {
        assert!(n.1 <= 5);
    }
}
