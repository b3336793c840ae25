//! The iterations with corosensei: coroutines that have a stack each, on which ordinary functions call
//! each other and yield. What delegates is just a call here, and the walk is recursive.

use std::cell::Cell;
use std::process::ExitCode;

use corosensei::stack::DefaultStack;
use corosensei::{Coroutine, CoroutineResult, Yielder};
use iteration::{LISTS, RUNS, TREE, Tree, blocks, is_wanted, mixed};
use measure::sum;

/// An iterator over what a body yields. It keeps its stack for the next one.
struct Iter<T: 'static> {
    coroutine: Option<Coroutine<(), T, ()>>,
}

thread_local! {
    static STACKS: Cell<Vec<DefaultStack>> = const { Cell::new(Vec::new()) };
}

fn iter<T>(body: impl FnOnce(&Yielder<(), T>) + 'static) -> Iter<T> {
    let mut stacks = STACKS.take();
    let stack = stacks.pop().unwrap_or_default();
    STACKS.set(stacks);
    Iter { coroutine: Some(Coroutine::with_stack(stack, |yielder, ()| body(yielder))) }
}

impl<T> Iterator for Iter<T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        match self.coroutine.as_mut()?.resume(()) {
            CoroutineResult::Yield(value) => Some(value),
            CoroutineResult::Return(()) => {
                let mut stacks = STACKS.take();
                stacks.extend(self.coroutine.take().map(Coroutine::into_stack));
                STACKS.set(stacks);
                None
            }
        }
    }
}

fn count(n: u64) -> Iter<u64> {
    iter(move |yielder| (0..n).for_each(|number| yielder.suspend(number)))
}

fn filtered(numbers: Iter<u64>) -> Iter<u64> {
    iter(move |yielder| {
        for number in numbers {
            if is_wanted(number) {
                yielder.suspend(number);
            }
        }
    })
}

fn fibonacci(n: u64) -> Iter<u64> {
    iter(move |yielder| {
        let (mut a, mut b) = (0u64, 1u64);
        for _ in 0..n {
            yielder.suspend(a);
            (a, b) = (b, a.wrapping_add(b));
        }
    })
}

fn decoded(runs: &'static [(u32, u8)]) -> Iter<u8> {
    iter(move |yielder| {
        for &(length, byte) in runs {
            for _ in 0..length {
                yielder.suspend(byte);
            }
        }
    })
}

fn merged(left: &'static [u64], right: &'static [u64]) -> Iter<u64> {
    iter(move |yielder| {
        let (mut left, mut right) = (left, right);
        while let ([l, ls @ ..], [r, rs @ ..]) = (left, right) {
            if l <= r {
                left = ls;
                yielder.suspend(*l);
            } else {
                right = rs;
                yielder.suspend(*r);
            }
        }
        for rest in [left, right] {
            rest.iter().for_each(|number| yielder.suspend(*number));
        }
    })
}

fn in_order(tree: &'static Tree) -> Iter<u64> {
    fn walk(tree: &Tree, yielder: &Yielder<(), u64>) {
        if let Some(node) = tree {
            walk(&node.left, yielder);
            yielder.suspend(node.value);
            walk(&node.right, yielder);
        }
    }
    iter(move |yielder| walk(tree, yielder))
}

fn levels(n: u64) -> Iter<u64> {
    fn level(depth: u32, n: u64, yielder: &Yielder<(), u64>) {
        match depth {
            0 => (0..n).for_each(|number| yielder.suspend(mixed(number))),
            _ => level(depth - 1, n, yielder),
        }
    }
    iter(move |yielder| level(8, n, yielder))
}

fn main() -> ExitCode {
    measure::main(&[
        ("filtered-count", |n| sum(filtered(count(n)))),
        ("fibonacci", |n| sum(fibonacci(n))),
        ("run-length", |n| blocks(n, || sum(decoded(&RUNS)))),
        ("merge", |n| blocks(n, || sum(merged(&LISTS[0], &LISTS[1])))),
        ("tree-walk", |n| blocks(n, || sum(in_order(&TREE)))),
        ("delegation", |n| sum(levels(n))),
    ])
}
