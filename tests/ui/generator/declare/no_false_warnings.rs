//@ check-pass
//@ edition: 2024

// Nothing in these bodies deserves a warning.

#![feature(native_generators)]
#![deny(warnings, unused, unused_lifetimes, single_use_lifetimes, unused_qualifications)]
#![deny(let_underscore_drop, missing_debug_implementations, rust_2018_idioms, unreachable_pub)]
#![deny(unused_results, explicit_outlives_requirements, redundant_lifetimes, unsafe_code)]

use std::generator::{Arg, Generator};

fn set_later(n: u32) => impl Iterator<Item = u32> {
    let last;
    yield n;
    last = n + 1;
    yield last;
}

fn countdown(mut n: u32) => impl Iterator<Item = u32> {
    while n > 0 {
        yield n;
        n -= 1;
    }
}

fn endless() => impl Iterator<Item = u32> {
    let mut n = 0u32;
    loop {
        yield n;
        n = n.wrapping_add(1);
    }
}

fn no_yield() => impl Iterator<Item = u32> {
    panic!("not yet")
}

fn no_value() => impl Generator<Yield = u32, Return = String> {
    todo!()
}

fn sent() => impl Generator<Arg<u32>, Yield = (), Return = u32> {
    let mut sum = 0;
    while sum < 10 {
        sum += yield;
    }
    sum
}

fn ignored(_n: u32, _: u32) => impl Iterator<Item = u32> {
    let _unused = 1;
    yield 1
}

fn elided(numbers: &[u32]) => impl Iterator<Item = &u32> {
    for number in numbers {
        yield number
    }
}

fn early(n: u32) => impl Iterator<Item = u32> {
    if n == 0 {
        return;
    }
    yield n;
}

fn question_mark(n: Option<u32>) => impl Iterator<Item = Option<u32>> {
    yield Some(n?);
}

fn main() {
    let mut total = 0;
    for n in set_later(1).chain(countdown(2)).chain(endless().take(3)).chain(no_yield().take(0)) {
        total += n;
    }
    for n in ignored(1, 2).chain(early(1)).chain(elided(&[1]).copied()) {
        total += n;
    }
    total += question_mark(Some(1)).flatten().sum::<u32>();
    drop(no_value());
    drop(sent());
    let closure = |mut n: u32| => {
        n += total;
        yield n;
    };
    for n in closure(1) {
        println!("{n}");
    }
}
