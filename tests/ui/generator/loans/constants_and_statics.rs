//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// What is constant is stored nowhere in the frame: its loans live for ever.

#![feature(native_generators)]

use std::cell::Cell;
use std::generator::{Arg, Future, Generator, State, Stream, ready, run};

static WORDS: [&'static str; 2] = ["one", "three"];
const PRIMES: [u32; 3] = [2, 3, 5];

struct Limits {
    low: u32,
    high: u32,
}

const LIMITS: Limits = Limits { low: 1, high: 2 };

thread_local! {
    static COUNT: Cell<u32> = Cell::new(0);
}

fn promoted() => impl Iterator<Item = u32> {
    let (five, limits, array) = (&5, &Limits { low: 3, high: 4 }, &[1 + 1, 2]);
    yield *five;
    let text = "text";
    let empty: &mut [u32] = &mut [];
    yield limits.low + limits.high + array[0];
    yield text.len() as u32 + empty.len() as u32;
}

fn constants() => impl Iterator<Item = u32> {
    for prime in &PRIMES {
        yield *prime;
    }
    let Limits { ref low, ref high } = LIMITS;
    let (low, high) = (*low, *high);
    yield low;
    yield high;
    let second = &PRIMES[1];
    yield 0;
    yield *second;
    let sum = &const { 2 + 3 };
    yield 0;
    yield *sum;
}

fn statics() => impl Iterator<Item = usize> {
    for word in &WORDS {
        yield word.len();
    }
    let first = &WORDS[0];
    yield 0;
    yield first.len();
}

fn thread_locals() => impl Iterator<Item = u32> {
    loop {
        yield COUNT.with(|count| {
            count.set(count.get() + 1);
            count.get()
        });
    }
}

fn in_calls() => impl Stream<Arg<u32>, Yield = u32, Return = u32> {
    add(&1, yield 1) + *(&2) + add(&PRIMES[2], yield 2)
}

fn add(a: &u32, b: u32) -> u32 {
    *a + b
}

/// Neither a function without captures nor a value without bytes is stored in the frame.
fn without_a_place() => impl Future<Return = u32> {
    let functions: &[fn(u32) -> u32] = &[double, |n| n + 1];
    let unit = &();
    let none: &Option<String> = &None;
    await ready(*unit);
    functions.iter().fold(1, |n, f| f(n)) + none.iter().count() as u32
}

fn double(n: u32) -> u32 {
    2 * n
}

fn yielded() => impl Stream<Yield = &'static u32, Return = &'static str> {
    yield &7;
    yield &PRIMES[0];
    WORDS[1]
}

fn main() {
    assert_eq!(promoted().collect::<Vec<_>>(), [5, 9, 4]);
    assert_eq!(constants().collect::<Vec<_>>(), [2, 3, 5, 1, 2, 0, 3, 0, 5]);
    assert_eq!(statics().collect::<Vec<_>>(), [3, 5, 0, 3]);
    assert_eq!(thread_locals().take(2).collect::<Vec<_>>(), [1, 2]);
    let mut frame = in_calls();
    assert_eq!(frame.start(), State::Yielded(1));
    assert_eq!(frame.send(10), State::Yielded(2));
    assert_eq!(frame.send(20), State::Complete(11 + 2 + 25));
    assert_eq!(run(without_a_place()), 3);
    let mut frame = yielded();
    assert_eq!(frame.step(&mut ()), State::Yielded(&7));
    assert_eq!(frame.step(&mut ()), State::Yielded(&2));
    assert_eq!(frame.step(&mut ()), State::Complete("three"));
}
