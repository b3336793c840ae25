//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// `e.await` has the precedence of a method call: unary operators, casts and ranges take all of it.

#![feature(native_generators)]

use std::generator::{self, Future, Ready, ready};

struct Held {
    number: Ready<i32>,
    list: Vec<Ready<i32>>,
    nested: Ready<Ready<Option<i32>>>,
}

fn held() -> Held {
    Held { number: ready(1), list: vec![ready(2)], nested: ready(ready(Some(3))) }
}

unsafe fn made(n: i32) -> Ready<i32> {
    ready(n)
}

fn unary() => static impl Future<(), Return = i32> {
    let negative = -held().number.await;
    let inverted = !ready(0).await;
    let lent = &ready(5).await;
    let unboxed = *ready(Box::new(6)).await;
    let twice = **ready(Box::new(Box::new(7))).await;
    let truth = !ready(false).await;
    assert_eq!((negative, inverted, *lent, unboxed, twice, truth), (-1, -1, 5, 6, 7, true));
    -ready(-2i32).await.pow(3)
}

fn binary() => impl Future<(), Return = (i32, u8, bool)> {
    let mut held = held();
    let sum = 10 + held.number.await * held.list.pop().unwrap().await;
    let cast = ready(300).await as u8 + ready(true).await as u8;
    let compared = ready(1).await < ready(2).await && ready(3).await == 3;
    (sum, cast, compared)
}

fn chains() => impl Future<(), Return = Option<i32>> {
    let mut held = held();
    let indexed = held.list.remove(0).await;
    let questioned = held.nested.await.await?;
    let called = (ready(|n: i32| n + 1).await)(questioned);
    let block = { ready(4) }.await + unsafe { made(5) }.await;
    let branch = if called > 0 { ready(6) } else { ready(7) }.await;
    let matched = match branch { 6 => ready(8), _ => ready(9) }.await;
    let looped = loop { break ready(10) }.await;
    let from_macro = vec![ready(11)].pop()?.await;
    let parenthesised = (ready(1i32).await + 1).pow(2);
    Some(indexed + questioned + called + block + branch + matched + looped + from_macro
        + parenthesised)
}

fn ranges() => impl Future<(), Return = usize> {
    let text = ready("some text").await;
    let middle = &text[ready(1).await..ready(6).await];
    let start = &text[..ready(4).await];
    let end = &text[ready(5).await..];
    let mut sum = 0;
    for n in ready(1).await..=ready(3).await {
        sum += n;
    }
    middle.len() * 1000 + start.len() * 100 + end.len() * 10 + sum
}

fn main() {
    assert_eq!(generator::run(unary()), 8);
    assert_eq!(generator::run(binary()), (12, 45, true));
    assert_eq!(generator::run(chains()), Some(2 + 3 + 4 + 9 + 6 + 8 + 10 + 11 + 4));
    assert_eq!(generator::run(ranges()), 5446);
}
