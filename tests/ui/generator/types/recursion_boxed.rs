//@ run-pass
//@ edition: 2024

// What is offered against recursion works for every face and every way around a cycle.

#![feature(async_iterator, native_generators)]

use std::async_iter::AsyncIterator;
use std::future::Future as CoreFuture;
use std::generator::{Boxed, Executor, Future, Generator, IntoBox, Stream, block_on, run};
use std::pin::pin;
use std::task::{Context, Poll, Waker};

fn even<E: Executor>(n: u32) => impl Future<E, Return = bool> {
    n == 0 || await odd(n - 1).into_box()
}

fn odd<E: Executor>(n: u32) => static impl Future<E, Return = bool> {
    n != 0 && await even(n - 1)
}

fn first(n: u32) => impl Iterator<Item = u32> {
    yield n;
    yield.. second(n + 1);
}

fn second(n: u32) => impl Stream<Yield = u32, Return = ()> {
    if n < 9 {
        await for m in third(n + 1) {
            yield m;
        }
    }
}

fn third(n: u32) => impl Stream<Yield = u32, Return = ()> {
    for m in first(n + 1).into_box() {
        yield m;
    }
}

fn factorial(n: u32) => impl CoreFuture<Output = u32> {
    if n == 0 { 1 } else { n * await factorial(n - 1).into_box() }
}

fn down(n: u32) => impl AsyncIterator<Item = u32> {
    yield n;
    if n > 0 {
        let mut rest = Box::pin(down(n - 1));
        while let Poll::Ready(Some(m)) = poll(rest.as_mut()) {
            yield m;
        }
    }
}

fn poll<I: AsyncIterator>(iter: std::pin::Pin<&mut I>) -> Poll<Option<I::Item>> {
    iter.poll_next(&mut Context::from_waker(Waker::noop()))
}

enum Tree {
    Leaf(u32),
    Node(Vec<Tree>),
}

trait Walk {
    fn walk(&self) => impl Stream<Yield = u32, Return = u32>;
}

impl Walk for Tree {
    fn walk(&self) => impl Stream<Yield = u32, Return = u32> {
        match self {
            Tree::Leaf(n) => {
                yield *n;
                1
            }
            Tree::Node(trees) => {
                let mut leaves = 0;
                for tree in trees {
                    leaves += yield.. tree.walk().into_box();
                }
                leaves
            }
        }
    }
}

fn erased<'a>(tree: &'a Tree) -> Boxed<'a, (), u32, u32> {
    tree.walk().into_box()
}

fn main() {
    assert!(run(even(10)) && !run(even(7)));
    assert_eq!(first(1).collect::<Vec<_>>(), [1, 4, 7, 10]);
    assert_eq!(block_on(factorial(5)), 120);
    let mut iter = pin!(down(2));
    for n in [Some(2), Some(1), Some(0), None] {
        assert_eq!(poll(iter.as_mut()), Poll::Ready(n));
    }
    let tree = Tree::Node(vec![Tree::Leaf(1), Tree::Node(vec![Tree::Leaf(2), Tree::Leaf(3)])]);
    let mut leaves = 0;
    let all: Vec<_> = erased(&tree).map_return(|n| leaves = n).iter().collect();
    assert_eq!((all, leaves), (vec![1, 2, 3], 3));
}
