//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// `await for` over frames, iterators, collections, adapters, boxed and lent streams.

#![feature(native_generators)]

use std::collections::{BTreeMap, HashSet, VecDeque};
use std::generator::{self, Future, Generator, IntoBox, Stream};

fn digits(mut n: u32) => impl Stream<(), Yield = u32, Return = ()> {
    while n > 0 {
        yield n % 10;
        n /= 10;
    }
}

fn sources() => impl Future<(), Return = Vec<u32>> {
    let mut all = vec![];
    await for n in digits(21) { all.push(n); }
    await for n in 3..5 { all.push(n); }
    await for n in [5, 6] { all.push(n); }
    await for n in vec![7] { all.push(n); }
    await for n in Some(8) { all.push(n); }
    await for (k, v) in BTreeMap::from([(9, 10)]) { all.extend([k, v]); }
    await for n in HashSet::from([11]) { all.push(n); }
    await for n in VecDeque::from([12]) { all.push(n); }
    await for n in digits(31).map_yield(|n| n + 10) { all.push(n); }
    await for n in digits(51).iter().skip(1) { all.push(n); }
    await for n in digits(6).into_box() { all.push(n); }
    all
}

fn borrowed(
    numbers: &[u32],
    lent: &mut (impl Stream<(), Yield = u32, Return = ()> + Unpin),
    sum: &mut u32,
) => impl Future<(), Return = ()> {
    await for n in lent.by_mut() {
        *sum += 100 * n;
        break;
    }
    await for n in lent.by_mut() { *sum += 1000 * n; }
    await for n in numbers { *sum += n; }
    await for n in numbers.iter().rev().take(1) { *sum += 10 * n; }
}

fn main() {
    let all = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 11, 13, 5, 6];
    assert_eq!(generator::run(sources()), all);
    let mut sum = 0;
    generator::run(borrowed(&[1, 2, 3], &mut digits(87), &mut sum));
    assert_eq!(sum, 8736);
}
