//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// `await` in the parts of ordinary loops, and loops that go on where they blocked.

#![feature(native_generators)]

use std::generator::{Executor, Future, Generator, State, from_fn};

struct Budget(u32);

impl Executor for Budget {
    type Blocked = u32;
    type Resume = ();

    fn take_resume(&mut self) {}
}

fn spend(n: u32) => impl Future<Budget, Return = u32> {
    await from_fn(move |budget: &mut Budget| match budget.0.checked_sub(n) {
        Some(left) => {
            budget.0 = left;
            State::Complete(left)
        }
        None => State::Blocked(n - budget.0),
    })
}

fn spender() => impl Future<Budget, Return = Vec<u32>> {
    let mut left = vec![];
    for n in 1..=await spend(1) + 2 {
        let n = await spend(n);
        left.push(n);
    }
    while await spend(2) > 1 {
        left.push(100);
    }
    loop {
        if spend(3).await == 0 {
            break left;
        }
    }
}

fn main() {
    let mut budget = Budget(0);
    let mut spender = spender();
    let mut owed = vec![];
    let left = loop {
        match spender.step(&mut budget) {
            State::Blocked(n) => {
                owed.push(n);
                budget.0 += n;
            }
            State::Complete(left) => break left,
        }
    };
    assert_eq!(left, [0, 0]);
    assert_eq!(owed, [1, 1, 2, 2, 3]);
}
