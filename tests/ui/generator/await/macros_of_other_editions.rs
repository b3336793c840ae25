//@ run-pass
//@ aux-build: await_macros_2015.rs
//@ aux-build: await_macros_2021.rs
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// Macros of a crate of edition 2015 go on meaning its names; those of a crate of edition 2021 may
// await in a body of any edition.

#![feature(native_generators)]

#[macro_use]
extern crate await_macros_2015;
#[macro_use]
extern crate await_macros_2021;

use await_macros_2015::Flag;
use std::generator::{self, Future, ready};

fn old(flag: Flag) => impl Future<(), Return = u32> {
    let named = field!(flag);
    let first = await ready(10);
    let sum = apply!(first, 100);
    named + sum + block!({ 1000 })
}

fn new() => impl Future<(), Return = u32> {
    let sum = twice!(ready(1));
    let () = *executor!();
    sum + total!([1, 2, 3])
}

fn all() => impl Iterator<Item = u32> {
    hand_on!([1, 2]);
    hand_on!(3..5);
}

fn main() {
    let flag = Flag { r#await: 1 };
    assert_eq!(field!(flag), 3);
    assert_eq!(generator::run(old(flag)), 3 + 110 + 1000);
    assert_eq!(generator::run(new()), 2 + 7);
    assert_eq!(all().collect::<Vec<_>>(), [1, 2, 3, 4]);
}
