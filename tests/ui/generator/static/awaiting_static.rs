//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// A `static` body awaits `static` generators in place; a movable one awaits them boxed.

#![feature(native_generators)]

use std::generator::{self, Executor, Future, Generator, IntoBox, Stream, ready};

fn leaf<E: Executor>(n: usize) => static impl Future<E, Return = usize> {
    let all = vec![n; 3];
    let lent = &all;
    await ready(());
    lent.iter().sum()
}

fn stem<E: Executor>(n: usize) => static impl Future<E, Return = usize> {
    let first = leaf(n);
    let second = await leaf(n + 1);
    second * 100 + first.await
}

fn stream<E: Executor>(n: usize) => static impl Stream<E, Yield = usize, Return = &'static str> {
    let kept = n;
    let lent = &kept;
    yield await leaf(*lent);
    yield await leaf(*lent + 1);
    "end"
}

fn root() => static impl Future<(), Return = (usize, &'static str)> {
    let mut sum = 0;
    let end = await for n in stream(1) {
        sum += n * 10_000;
    };
    (sum + await stem(2), end)
}

fn hands_on() => static impl Stream<(), Yield = usize, Return = ()> {
    let first = yield.. stream(1);
    let second = yield.. stream(5).map_return(str::len);
    yield first.len() + second;
}

fn movable() => impl Future<(), Return = usize> {
    await stem(1).into_box() + stem(2).into_box().await
}

fn main() {
    assert_eq!(generator::run(root()), (90_906, "end"));
    assert_eq!(hands_on().into_box().iter().collect::<Vec<_>>(), [3, 6, 15, 18, 6]);
    assert_eq!(generator::run(movable()), 603 + 906);
}
