//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// Iterators and collections under executors other than `()`, through `from_iter`, beside streams
// that need that executor.

#![feature(native_generators)]

use std::collections::BTreeMap;
use std::generator::{self, Executor, Future, Generator, State, Stream, Task, from_iter};
use std::pin::pin;
use std::task::{Context, Poll, Waker};

#[derive(Default)]
struct Lines(Vec<String>);

impl Executor for Lines {
    type Blocked = &'static str;
    type Resume = ();

    fn take_resume(&mut self) {}
}

fn lines() => impl Stream<Lines, Yield = String, Return = usize> {
    let mut count = 0;
    while let Some(line) = await next_line() {
        count += 1;
        yield line;
    }
    count
}

fn next_line() => impl Future<Lines, Return = Option<String>> {
    await generator::from_fn(|lines: &mut Lines| match lines.0.pop() {
        None => State::Blocked("no line"),
        Some(line) => State::Complete(Some(line).filter(|line| line != "end")),
    })
}

fn numbered() => impl Stream<Lines, Yield = (u32, String), Return = usize> {
    let mut at = 0;
    let count = await for line in lines() {
        await for word in from_iter(line.split(' ').map(str::to_string).collect::<Vec<_>>()) {
            yield (at, word);
            at += 1;
        }
    };
    await for n in from_iter(Some(at)) {
        yield (n, String::new());
    }
    count
}

fn generic<E: Executor>(prices: &BTreeMap<&str, u32>) => impl Future<E, Return = u32> {
    let mut sum = 0;
    await for (name, price) in from_iter(prices) {
        sum += price * name.len() as u32;
    }
    sum
}

fn core(prices: &BTreeMap<&str, u32>) => impl std::future::Future<Output = u32> {
    let mut sum = await generic(prices);
    await for n in from_iter(0..3) {
        sum += n + await std::future::ready(n);
    }
    sum
}

trait StepIn<R>: Future<Task, Return = R> + Sized {
    fn step_in(self, context: &mut Context<'_>) -> R {
        match std::future::Future::poll(pin!(self.into_core()), context) {
            Poll::Ready(value) => value,
            Poll::Pending => panic!("blocked"),
        }
    }
}

impl<R, F: Future<Task, Return = R>> StepIn<R> for F {}

fn main() {
    let mut lines = Lines::default();
    let mut frame = numbered();
    assert_eq!(frame.step(&mut lines), State::Blocked("no line"));
    lines.0 = vec!["end".to_string(), "c".to_string(), "a b".to_string()];
    let expected = [(0, "a"), (1, "b"), (2, "c"), (3, "")];
    for (at, word) in expected.iter() {
        assert_eq!(frame.step(&mut lines), State::Yielded((*at, word.to_string())));
    }
    assert_eq!(frame.step(&mut lines), State::Complete(2));

    let mut prices = BTreeMap::new();
    prices.insert("tea", 2);
    prices.insert("coffee", 3);
    assert_eq!(generator::run(generic(&prices)), 24);
    let mut context = Context::from_waker(Waker::noop());
    assert_eq!(generic::<Task>(&prices).map_return(|n| n + 1).step_in(&mut context), 25);
    let polled = std::future::Future::poll(pin!(core(&prices)), &mut context);
    assert_eq!(polled, Poll::Ready(24 + 6));
}
