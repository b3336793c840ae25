//@ edition: 2024

// A frame that would contain itself is refused, whichever form runs the inner one.

#![feature(native_generators)]

use std::generator::{Executor, Future, Stream};

fn prefix(n: u32) => impl Future<Return = u32> { //~ ERROR recursion in a generator requires boxing
    if n == 0 { 1 } else { await prefix(n - 1) }
}

fn postfix<E: Executor>(n: u32) => impl Future<E, Return = u32> {
//~^ ERROR recursion in a generator requires boxing
    if n == 0 { 1 } else { postfix(n - 1).await }
}

fn each(n: u32) => impl Stream<Yield = u32, Return = ()> {
//~^ ERROR recursion in a generator requires boxing
    await for m in each(n - 1) {
        yield m;
    }
}

fn delegate(n: u32) => impl Stream<Yield = u32, Return = ()> {
//~^ ERROR recursion in a generator requires boxing
    yield n;
    yield.. delegate(n - 1)
}

fn first(n: u32) => static impl Future<Return = u32> {
//~^ ERROR recursion in a generator requires boxing
    let frame = second(n);
    await frame + 1
}

fn second(n: u32) => static impl Future<Return = u32> {
    await for m in third(n) {
        if m > 1 { return m; }
    }
    n
}

fn third(n: u32) => static impl Stream<Yield = u32, Return = ()> {
    yield first(n).await;
}

struct Node(Option<Box<Node>>);

impl Node {
    fn depth(&self) => impl core::future::Future<Output = u32> {
    //~^ ERROR recursion in a generator requires boxing
        match &self.0 {
            Some(node) => 1 + await node.depth(),
            None => 0,
        }
    }
}

fn main() {}
