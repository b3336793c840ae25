//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// Closures that are generators await, with captures and arguments, and are awaited themselves.

#![feature(native_generators)]

use std::generator::{self, Future, ready};

fn apply<G: Future<(), Return = u32> + Unpin>(
    f: impl Fn(u32) -> G,
    n: u32,
) => impl Future<(), Return = u32> {
    await f(n) + await f(n + 1)
}

fn outer(base: u32) => impl Future<(), Return = u32> {
    let add = |n: u32| => { await ready(n) + ready(1).await };
    let nested = move |n: u32| => {
        let twice = move |m: u32| => { await ready(m) * 2 };
        await twice(n) + await twice(base)
    };
    await add(base) * 100 + await nested(3)
}

fn main() {
    let factor = 10;
    let times = |n: u32| => { factor * await ready(n) };
    assert_eq!(generator::run(times(4)), 40);
    assert_eq!(generator::run(apply(times, 1)), 30);
    assert_eq!(generator::run(apply(|n| => { await times(n) + 1 }, 1)), 32);
    assert_eq!(generator::run(outer(5)), 616);
}
