//@ edition: 2024

// The whole cycle is shown: of one function, of two, of three, through each suspend point that runs
// another frame, through methods, adapters, values that are held, and through `async`.

#![feature(native_generators)]

use std::future::Future as CoreFuture;
use std::generator::{Future, Generator, Stream};

fn awaits(n: u32) => impl Future<Return = u32> { //~ ERROR recursion in a generator
    if n == 0 { 0 } else { await awaits(n - 1) }
}

fn awaits_behind(n: u32) => impl Future<Return = u32> { //~ ERROR recursion in a generator
    if n == 0 { 0 } else { awaits_behind(n - 1).await }
}

fn awaits_each(n: u32) => impl Stream<Yield = u32, Return = ()> { //~ ERROR recursion in a generator
    await for m in awaits_each(n) {
        yield m;
    }
}

fn delegates(n: u32) => impl Iterator<Item = u32> { //~ ERROR recursion in a generator
    yield n;
    yield.. delegates(n + 1);
}

fn in_place(n: u32) => static impl Future<Return = u32> { //~ ERROR recursion in a generator
    if n == 0 { 0 } else { await in_place(n - 1) }
}

fn of_core(n: u32) => impl CoreFuture<Output = u32> { //~ ERROR recursion in a generator
    if n == 0 { 0 } else { await of_core(n - 1) }
}

fn held(n: u32) => impl Iterator<Item = u32> { //~ ERROR recursion in a generator
    let inner = (1, Some(held(n)));
    yield 1;
    drop(inner);
}

fn adapted(n: u32) => impl Stream<Yield = u32, Return = ()> { //~ ERROR recursion in a generator
    yield.. adapted(n).map_yield(|n| n + 1);
}

fn even(n: u32) => impl Future<Return = bool> { //~ ERROR recursion in a generator
    n == 0 || await odd(n - 1)
}

fn odd(n: u32) => impl Future<Return = bool> {
    n != 0 && await even(n - 1)
}

fn first(n: u32) => impl Iterator<Item = u32> { //~ ERROR recursion in a generator
    yield.. second(n);
}

fn second(n: u32) => impl Stream<Yield = u32, Return = ()> {
    await for n in third(n) {
        yield n;
    }
}

fn third(n: u32) => impl Stream<Yield = u32, Return = ()> {
    let mut all = first(n);
    while let Some(n) = all.next() {
        yield n;
    }
}

trait Walk {
    fn walk(&self, n: u32) => impl Stream<Yield = u32, Return = ()>;
}

struct Tree;

impl Walk for Tree {
    fn walk(&self, n: u32) => impl Stream<Yield = u32, Return = ()> {
        //~^ ERROR recursion in a generator
        yield.. self.walk(n + 1);
    }
}

struct Forest;

impl Walk for Forest {
    fn walk(&self, n: u32) => impl Stream<Yield = u32, Return = ()> {
        //~^ ERROR recursion in a generator
        yield.. of_forest(self, n);
    }
}

fn of_forest(forest: &Forest, n: u32) => impl Stream<Yield = u32, Return = ()> {
    yield.. forest.walk(n);
}

struct Parser;

impl Parser {
    fn value(&mut self) => impl Future<Return = u32> { //~ ERROR recursion in a generator
        await self.list()
    }

    fn list(&mut self) => impl Future<Return = u32> {
        await self.value() + await self.value()
    }
}

/// Through a function of the other kind.
async fn asynchronous(n: u32) -> u32 { //~ ERROR recursion in an async fn requires boxing
    of_async(n).await
}

fn of_async(n: u32) => static impl CoreFuture<Output = u32> {
    await asynchronous(n)
}

// What follows is accepted: the frame is not held, or held on the heap.

fn not_held(n: u32) => impl Iterator<Item = u32> {
    if n > 0 {
        let sum = not_held(n - 1).sum();
        yield sum;
    }
}

fn in_a_vector(n: u32) => impl Iterator<Item = u32> {
    let mut inner = vec![in_a_vector(n)];
    yield 1;
    inner.clear();
    let boxed = Box::new(in_a_vector(n));
    yield 2;
    for n in boxed {
        yield n;
    }
}

fn main() {}
