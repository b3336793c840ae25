//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// Ordinary closures around suspend points: called with awaited values, capturing them, and passed
// to methods whose receiver was awaited.

#![feature(native_generators)]

use std::generator::{self, Executor, Future, ready};

fn calls() => static impl Future<(), Return = Vec<String>> {
    let add = |a: u32, b: u32| a + b;
    let first = add(await ready(1), ready(2).await);
    let second = (|text: String| text + "!")(await ready("called".to_string()));
    let prefix = await ready("at ".to_string());
    let prefixed = move |n: u32| format!("{}{}", prefix, n);
    let third = prefixed(await ready(3));
    let fourth = (await ready(Some(4))).map(|n| n * 10).filter(|n| n % 3 == 1);
    let fifth = ready(vec![3, 1, 2]).await.into_iter().map(|n| first * n).max();
    let sixth = (await ready(|n: u32| n.pow(2)))(await ready(6));
    vec![second, third, format!("{:?} {:?} {}", fourth, fifth, sixth)]
}

fn mutating() => impl Future<(), Return = (u32, Vec<u32>)> {
    let mut calls = 0;
    let mut log = await ready(vec![]);
    {
        let mut note = |n| {
            calls += 1;
            log.push(n);
        };
        note(1);
        note(2);
    }
    let next = await ready(3);
    log.extend((0..next).filter(|n| n % 2 == 0));
    (calls, log)
}

/// A closure that makes futures, kept across suspend points, and one that is made by an `await`.
fn makers<E: Executor>(times: u32) => static impl Future<E, Return = u32> {
    let offset = await ready(100);
    let make = move |n: u32| ready(n + offset);
    let mut sum = 0;
    for n in 0..times {
        sum += await make(n);
    }
    let boxed: Box<dyn Fn(u32) -> u32> = await ready(Box::new(move |n| n + offset));
    sum + boxed(await make(0))
}

fn main() {
    assert_eq!(generator::run(calls()), ["called!", "at 3", "Some(40) Some(9) 36"]);
    assert_eq!(generator::run(mutating()), (2, vec![1, 2, 0, 2]));
    assert_eq!(generator::run(makers(3)), 303 + 200);
}
