//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// What `.into_box()` makes is awaited like any other generator, chosen at run time too.

#![feature(native_generators)]
#![feature(never_type)]

use std::generator::{self, Boxed, Executor, Future, IntoBox, ready};

fn slow<E: Executor>(n: u32) => impl Future<E, Return = u32> {
    let mut sum = 0;
    for m in 0..n {
        sum += await ready(m);
    }
    sum
}

fn choose<'a, E: Executor + 'a>(n: u32) -> Boxed<'a, E, !, u32> {
    if n > 3 { slow(n).into_box() } else { ready(n).into_box() }
}

fn both<E: Executor>() => impl Future<E, Return = (u32, u32)> {
    (await choose(3), choose(5).await)
}

fn all(pending: Vec<Boxed<'_, (), !, u32>>) => impl Future<(), Return = u32> {
    let mut sum = 0;
    for each in pending {
        sum += await each;
    }
    sum
}

fn main() {
    assert_eq!(generator::run(both()), (3, 10));
    assert_eq!(generator::run(all(vec![choose(1), slow(4).into_box(), choose(2)])), 9);
}
