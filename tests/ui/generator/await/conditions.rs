//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// `await` in the conditions of `if`, `while`, `if let`, `while let`, `let else`, and in `&&`, `||`.

#![feature(native_generators)]

use std::cell::Cell;
use std::generator::{self, Future, ready};

fn counted(asked: &Cell<u32>, answer: bool) => impl Future<(), Return = bool> {
    asked.set(asked.get() + 1);
    answer
}

fn short_circuit(asked: &Cell<u32>) => impl Future<(), Return = bool> {
    let first = await counted(asked, false) && await counted(asked, true);
    let second = await counted(asked, true) || counted(asked, true).await;
    let third = await counted(asked, true) && await counted(asked, true);
    !first && second && third
}

fn pop(stack: &mut Vec<u32>) => impl Future<(), Return = Option<u32>> {
    stack.pop()
}

fn drain(mut stack: Vec<u32>, enough: u32) => impl Future<(), Return = u32> {
    let mut sum = 0;
    while await ready(sum < enough) {
        let Some(n) = generator::run(pop(&mut stack)) else { break };
        sum += n;
    }
    while let Some(n) = await ready(stack.pop()) {
        sum += 100 * n;
    }
    if let None = await ready(stack.last().copied()) {
        sum += 1000;
    }
    let Some(n) = await ready(stack.pop()) else {
        return if await ready(true) { sum } else { 0 };
    };
    n
}

fn main() {
    let asked = Cell::new(0);
    assert!(generator::run(short_circuit(&asked)));
    assert_eq!(asked.get(), 4);
    assert_eq!(generator::run(drain(vec![1, 2, 3, 4], 5)), 1307);
}
