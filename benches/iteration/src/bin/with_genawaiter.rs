//! The iterations with genawaiter, which makes iterators of `async` blocks. Of its three forms this is the
//! one without allocation: the frame lies in a place that the caller provides. What delegates hands its
//! `Co` down.

use std::process::ExitCode;

use genawaiter::stack::{Co, let_gen_using};
use iteration::{LISTS, Node, RUNS, TREE, Tree, blocks, is_wanted, mixed};
use measure::sum;

async fn count(co: Co<'_, u64>, n: u64) {
    for number in 0..n {
        co.yield_(number).await;
    }
}

async fn filtered(co: Co<'_, u64>, numbers: impl IntoIterator<Item = u64>) {
    for number in numbers {
        if is_wanted(number) {
            co.yield_(number).await;
        }
    }
}

async fn fibonacci(co: Co<'_, u64>, n: u64) {
    let (mut a, mut b) = (0u64, 1u64);
    for _ in 0..n {
        co.yield_(a).await;
        (a, b) = (b, a.wrapping_add(b));
    }
}

async fn decoded(co: Co<'_, u8>, runs: &[(u32, u8)]) {
    for &(length, byte) in runs {
        for _ in 0..length {
            co.yield_(byte).await;
        }
    }
}

async fn merged(co: Co<'_, u64>, left: &[u64], right: &[u64]) {
    let (mut left, mut right) = (left, right);
    while let ([l, ls @ ..], [r, rs @ ..]) = (left, right) {
        if l <= r {
            left = ls;
            co.yield_(*l).await;
        } else {
            right = rs;
            co.yield_(*r).await;
        }
    }
    for rest in [left, right] {
        for number in rest {
            co.yield_(*number).await;
        }
    }
}

async fn in_order(co: Co<'_, u64>, tree: &Tree) {
    let mut path: Vec<&Node> = Vec::new();
    let mut next = tree;
    loop {
        while let Some(node) = next {
            path.push(node);
            next = &node.left;
        }
        let Some(node) = path.pop() else { return };
        co.yield_(node.value).await;
        next = &node.right;
    }
}

async fn level_0(co: Co<'_, u64>, n: u64) {
    for number in 0..n {
        co.yield_(mixed(number)).await;
    }
}

macro_rules! levels {
    ($($below:ident $level:ident)*) => {
        $(async fn $level(co: Co<'_, u64>, n: u64) {
            $below(co, n).await
        })*
    };
}

levels! {
    level_0 level_1 level_1 level_2 level_2 level_3 level_3 level_4
    level_4 level_5 level_5 level_6 level_6 level_7 level_7 level_8
}

/// Adds up what a body yields.
macro_rules! sum_of {
    ($body:ident($($argument:expr),*)) => {{
        let_gen_using!(values, |co| $body(co, $($argument),*));
        sum(values)
    }};
}

fn main() -> ExitCode {
    measure::main(&[
        ("filtered-count", |n| {
            let_gen_using!(numbers, |co| count(co, n));
            sum_of!(filtered(numbers))
        }),
        ("fibonacci", |n| sum_of!(fibonacci(n))),
        ("run-length", |n| blocks(n, || sum_of!(decoded(&RUNS)))),
        ("merge", |n| blocks(n, || sum_of!(merged(&LISTS[0], &LISTS[1])))),
        ("tree-walk", |n| blocks(n, || sum_of!(in_order(&TREE)))),
        ("delegation", |n| sum_of!(level_8(n))),
    ])
}
