//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// `ref executor` in closures that are generators, and lent to ordinary closures and functions.

#![feature(native_generators)]

use std::generator::{Executor, Future, State};

struct Stack(Vec<u32>);

impl Executor for Stack {
    type Blocked = ();
    type Resume = ();

    fn take_resume(&mut self) {}
}

fn with<R>(stack: &mut Stack, f: impl FnOnce(&mut Vec<u32>) -> R) -> R {
    f(&mut stack.0)
}

fn run<G: Future<Stack, Return = u32> + Unpin>(mut g: G, stack: &mut Stack) -> u32 {
    match g.step(stack) {
        State::Complete(n) => n,
        State::Blocked(()) => panic!("blocked"),
    }
}

fn uses() => impl Future<Stack, Return = u32> {
    let top = with(ref executor, |all| all.pop().unwrap_or(0));
    let stack = ref executor;
    let mut push = |n| stack.0.push(n);
    push(top + 1);
    push(top + 2);
    (ref executor).0.iter().map(|n| n * 2).sum()
}

fn nested() => impl Future<Stack, Return = u32> {
    let inner = |n: u32| => { run(uses(), ref executor) + n };
    await inner(1000)
}

fn main() {
    let mut stack = Stack(vec![1, 2]);
    assert_eq!(run(uses(), &mut stack), 2 * (1 + 3 + 4));
    assert_eq!(run(nested(), &mut stack), 1000 + 2 * (1 + 3 + 5 + 6));
    assert_eq!(stack.0, [1, 3, 5, 6]);
}
