//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// `ref executor` is borrowed anew each time, for as long as it is used: twice in a row, within one
// call, in loops, in closures, and lent on to other generators that are resumed by hand.

#![feature(native_generators)]

use std::generator::{Executor, Future, Generator, State, Stream};

#[derive(Default)]
struct Tape {
    cells: Vec<u32>,
    at: usize,
}

impl Executor for Tape {
    type Blocked = ();
    type Resume = ();

    fn take_resume(&mut self) {}
}

impl Tape {
    fn cell(&mut self) -> &mut u32 {
        if self.at == self.cells.len() {
            self.cells.push(0);
        }
        &mut self.cells[self.at]
    }

    fn step(&mut self, by: usize) -> &mut Tape {
        self.at += by;
        self
    }

    fn sum(&self) -> u32 {
        self.cells.iter().sum()
    }
}

fn set(tape: &mut Tape, value: u32) -> u32 {
    std::mem::replace(tape.cell(), value)
}

fn add(a: u32, tape: &mut Tape, b: u32) -> u32 {
    *tape.cell() += a + b;
    *tape.cell()
}

fn in_a_row() => impl Future<Tape, Return = u32> {
    let first = ref executor;
    *first.cell() = 1;
    let second = ref executor;
    *second.cell() += 1;
    let cell = ref executor.cell();
    *cell *= 10;
    let copy = *cell;
    ref executor.at += 1;
    let old = set(ref executor, copy);
    let at = ref executor.at;
    let sum = ref_sum(ref executor);
    add(ref executor.cells[0], ref executor, sum) + old + at as u32
}

fn ref_sum(tape: &Tape) -> u32 {
    tape.sum()
}

fn nested_calls() => impl Future<Tape, Return = u32> {
    set(ref executor.step(1), 5);
    let last = ref executor.cells.len() - 1;
    ref executor.cells[last] += ref executor.at as u32;
    let sums = [ref executor.sum(), { *ref executor.cell() = 1; ref executor.sum() }];
    sums[0] - sums[1]
}

fn loops() => impl Stream<Tape, Yield = u32, Return = ()> {
    for n in 0..3 {
        set(ref executor.step(1), n);
        while *ref executor.cell() < 2 {
            *ref executor.cell() += 1;
        }
        yield ref executor.sum();
        for cell in &mut ref executor.cells {
            *cell = 0;
        }
        for at in 0..ref executor.cells.len() {
            ref executor.cells[at] = 1;
        }
    }
}

fn closures() => impl Future<Tape, Return = Vec<u32>> {
    let tape = ref executor;
    let mut push = |n| tape.cells.push(n);
    push(7);
    push(8);
    let take = |tape: &mut Tape| tape.cells.pop();
    let last = take(ref executor).into_iter().chain(take(ref executor));
    let mut all: Vec<u32> = last.collect();
    ref executor.cells.retain(|n| *n > 0);
    all.extend(ref executor.cells.drain(..));
    all
}

/// Runs another generator with its own executor, as an ordinary function could.
fn by_hand() => impl Future<Tape, Return = u32> {
    let mut sum = 0;
    let mut inner = loops();
    while let State::Yielded(n) = inner.step(ref executor) {
        sum += n;
    }
    if let State::Complete(n) = nested_calls().step(ref executor) {
        sum += n * 1000;
    }
    sum
}

fn complete<F: Future<Tape> + Unpin>(mut future: F, tape: &mut Tape) -> F::Return {
    match future.step(tape) {
        State::Complete(value) => value,
        State::Blocked(()) => panic!("blocked"),
    }
}

fn main() {
    let mut tape = Tape::default();
    assert_eq!(complete(in_a_row(), &mut tape), 20 + 20 + 40 + 1);
    assert_eq!(tape.cells, [20, 80]);
    assert_eq!(complete(nested_calls(), &mut tape), 6);
    assert_eq!(tape.cells, [20, 80, 1]);
    assert_eq!(complete(by_hand(), &mut tape), 103 + 6 + 7 + 1000 * 10);
    assert_eq!(complete(closures(), &mut tape)[..2], [8, 7]);
    assert!(tape.cells.is_empty());
}
