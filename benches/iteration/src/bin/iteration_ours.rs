//! The iterations as native generators.

#![feature(native_generators)]

use std::process::ExitCode;

use iteration::{LISTS, Node, RUNS, TREE, Tree, blocks, is_wanted, mixed};
use measure::sum;

fn count(n: u64) => impl Iterator<Item = u64> {
    for number in 0..n {
        yield number;
    }
}

fn filtered(numbers: impl Iterator<Item = u64>) => impl Iterator<Item = u64> {
    for number in numbers {
        if is_wanted(number) {
            yield number;
        }
    }
}

fn fibonacci(n: u64) => impl Iterator<Item = u64> {
    let (mut a, mut b) = (0u64, 1u64);
    for _ in 0..n {
        yield a;
        (a, b) = (b, a.wrapping_add(b));
    }
}

fn decoded(runs: &[(u32, u8)]) => impl Iterator<Item = u8> {
    for &(length, byte) in runs {
        for _ in 0..length {
            yield byte;
        }
    }
}

fn merged(left: &[u64], right: &[u64]) => impl Iterator<Item = u64> {
    let (mut left, mut right) = (left, right);
    while let ([l, ls @ ..], [r, rs @ ..]) = (left, right) {
        if l <= r {
            left = ls;
            yield *l;
        } else {
            right = rs;
            yield *r;
        }
    }
    for rest in [left, right] {
        for number in rest {
            yield *number;
        }
    }
}

fn in_order(tree: &Tree) => impl Iterator<Item = u64> {
    let mut path: Vec<&Node> = Vec::new();
    let mut next = tree;
    loop {
        while let Some(node) = next {
            path.push(node);
            next = &node.left;
        }
        let Some(node) = path.pop() else { return };
        yield node.value;
        next = &node.right;
    }
}

fn level_0(n: u64) => impl Iterator<Item = u64> {
    for number in 0..n {
        yield mixed(number);
    }
}

macro_rules! levels {
    ($($below:ident $level:ident)*) => {
        $(fn $level(n: u64) => impl Iterator<Item = u64> {
            yield.. $below(n)
        })*
    };
}

levels! {
    level_0 level_1 level_1 level_2 level_2 level_3 level_3 level_4
    level_4 level_5 level_5 level_6 level_6 level_7 level_7 level_8
}

fn main() -> ExitCode {
    measure::main(&[
        ("filtered-count", |n| sum(filtered(count(n)))),
        ("fibonacci", |n| sum(fibonacci(n))),
        ("run-length", |n| blocks(n, || sum(decoded(&RUNS)))),
        ("merge", |n| blocks(n, || sum(merged(&LISTS[0], &LISTS[1])))),
        ("tree-walk", |n| blocks(n, || sum(in_order(&TREE)))),
        ("delegation", |n| sum(level_8(n))),
    ])
}
