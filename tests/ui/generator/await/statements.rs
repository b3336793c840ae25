//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// `await` at the beginning of a statement: it ends at `;`, also behind blocks, and takes operators
// after it.

#![feature(native_generators)]
#![allow(unused_must_use)]

use std::cell::Cell;
use std::generator::{self, Future, Ready, ready};

fn add(sum: &Cell<i32>, n: i32) => impl Future<(), Return = i32> {
    sum.set(sum.get() + n);
    sum.get()
}

unsafe fn unsafe_add(sum: &Cell<i32>, n: i32) -> Ready<i32> {
    sum.set(sum.get() + n);
    ready(n)
}

struct Empty {}

impl Empty {
    fn then(self, n: i32) -> Ready<i32> {
        ready(n)
    }
}

fn statements(sum: &Cell<i32>) => impl Future<(), Return = i32> {
    await add(sum, 1);
    await { add(sum, 2) };
    await if sum.get() == 3 { add(sum, 3) } else { add(sum, 1000) };
    await match sum.get() {
        6 => add(sum, 4),
        _ => add(sum, 1000),
    };
    await unsafe { unsafe_add(sum, 5) };
    await loop { break add(sum, 6); };
    await (add(sum, 7));
    await Empty {}.then(0);
    await Empty {}.then(1) + 2;
    { await add(sum, 8) };
    if true { await add(sum, 9) } else { await add(sum, 1000) };
    await add(sum, 10) - 1;
    -await add(sum, 11);
    let _ = await add(sum, 12) - await add(sum, 13);
    await add(sum, 14);
    await { add(sum, 15) } - await ready(20)
}

fn only_statements(sum: &Cell<i32>) => impl Future<(), Return = ()> {
    await add(sum, 1);
    await ready(());
    (await add(sum, 2));
    match await add(sum, 3) {
        6 => {}
        _ => panic!(),
    }
    if await add(sum, 4) == 10 {}
    while await add(sum, 5) < 20 {}
    for _ in 0..await add(sum, 6) {}
}

fn main() {
    let sum = Cell::new(0);
    assert_eq!(generator::run(statements(&sum)), 105 + 15 - 20);
    assert_eq!(sum.replace(0), 120);
    generator::run(only_statements(&sum));
    assert_eq!(sum.get(), 26);
}
