//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// The face `Stream`: what it yields and returns are taken from the bounds.

#![feature(native_generators)]

use std::generator::{Arg, Executor, Future, Generator, State, Stream, run};

fn plain() => impl Stream<Yield = Option<u64>, Return = ()> {
    yield None;
    yield Some(1);
}

fn any<E: Executor, T: Clone>(value: T) => impl Stream<E, Yield = T, Return = Vec<T>> {
    yield value.clone();
    vec![value]
}

fn sent() => impl Stream<Arg<bool>, Yield = u8, Return = ()> {
    let mut n = 0;
    while (yield n) {
        n += 1;
    }
}

fn collect<S>(stream: S) => impl Future<(), Return = (Vec<S::Yield>, S::Return)>
where
    S: Stream<()> + Unpin,
{
    let mut all = Vec::new();
    let end = await for value in stream {
        all.push(value);
    };
    (all, end)
}

fn main() {
    assert_eq!(run(collect(plain())), (vec![None, Some(1)], ()));
    assert_eq!(run(collect(any("a"))), (vec!["a"], vec!["a"]));
    assert_eq!(run(collect(1..3)), (vec![1, 2], ()));
    let mut sent = sent();
    assert_eq!(sent.start(), State::Yielded(0));
    assert_eq!(sent.send(true), State::Yielded(1));
    assert_eq!(sent.send(false), State::Complete(()));
}
