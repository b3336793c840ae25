//@ edition: 2024

// A face that names two executors, by itself or through what it inherits from.

#![feature(native_generators)]
#![feature(async_iterator)]

use std::generator::{Arg, EventLoop, Executor, Future, Generator, Stream, Task};

fn both() => impl Future<Return = ()> + Future<Task, Return = ()> {}
//~^ ERROR a generator has one executor, but its face names two

fn with_iterator() => impl Generator<Arg<u32>, Yield = u32, Return = ()> + Iterator<Item = u32> {
//~^ ERROR a generator has one executor, but its face names two
    yield 1;
}

fn core_and_iterator() => impl core::future::Future<Output = ()> + Iterator<Item = u32> {}
//~^ ERROR a generator has one executor, but its face names two

fn iterators() => impl Iterator<Item = u32> + std::async_iter::AsyncIterator<Item = u32> {
//~^ ERROR a generator has one executor, but its face names two
    yield 1;
}

trait Background: Future<EventLoop, Return = ()> {}
impl<G: Future<EventLoop, Return = ()>> Background for G {}

fn inherited() => impl Background + Future<Return = ()> {}
//~^ ERROR a generator has one executor, but its face names two

trait Job<E: Executor>: Future<E, Return = u32> {}
impl<E: Executor, G: Future<E, Return = u32>> Job<E> for G {}

fn parameters() => impl Job<Arg<u32>> + Send + Job<Arg<i32>> {
//~^ ERROR a generator has one executor, but its face names two
    1
}

trait Anywhere: Job<()> + Job<Task> {}
impl<G: Job<()> + Job<Task>> Anywhere for G {}

fn by_two_ways() => impl Anywhere { //~ ERROR a generator has one executor, but its face names two
    1
}

fn generic<E: Executor, F: Executor>() => impl Stream<E, Yield = (), Return = ()> + Stream<F> {
//~^ ERROR a generator has one executor, but its face names two
    yield;
}

trait Method {
    fn method<E: Executor>(&self) => impl Job<E> + Job<()> {
    //~^ ERROR a generator has one executor, but its face names two
        1
    }
}

fn takes<G: Job<()> + Job<Task>>(_: impl Fn() -> G) {}

fn main() {
    takes(|| => { 1 }); //~ ERROR a generator has one executor, but its face names two
}
