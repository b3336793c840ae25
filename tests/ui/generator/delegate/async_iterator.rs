//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// `yield..` in a body with the face `AsyncIterator`: over frames that block, iterators, and errors.

#![feature(native_generators)]
#![feature(async_iterator)]

use std::async_iter::AsyncIterator;
use std::generator::{self, Generator, State, Stream, Task, from_iter};
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

fn pause() => impl generator::Future<Task, Return = ()> {
    let mut first = true;
    await generator::from_fn(move |_: &mut Task| {
        if std::mem::replace(&mut first, false) { State::Blocked(()) } else { State::Complete(()) }
    })
}

fn slowly(text: &str) => impl Stream<Task, Yield = char, Return = usize> {
    let mut count = 0;
    for letter in text.chars() {
        await pause();
        yield letter;
        count += 1;
    }
    count
}

fn letters(text: &str) => impl AsyncIterator<Item = char> {
    let count = yield.. slowly(text);
    yield.. from_iter(std::iter::repeat('.').take(count));
    let counted = yield.. slowly("!").map_return(|n| n + 10);
    assert_eq!(counted, 11);
}

fn parsed<'a>(words: &'a [&'a str]) => impl AsyncIterator<Item = Result<u32, String>> {
    for word in words {
        yield.. from_iter(word.parse().ok()).map_yield(Ok);
        if word.is_empty() {
            Err("empty")?;
        }
        await pause();
    }
}

fn all<I: AsyncIterator>(mut iter: Pin<&mut I>) -> (usize, Vec<I::Item>) {
    let mut pending = 0;
    let mut items = vec![];
    loop {
        match iter.as_mut().poll_next(&mut Context::from_waker(Waker::noop())) {
            Poll::Pending => pending += 1,
            Poll::Ready(Some(item)) => items.push(item),
            Poll::Ready(None) => return (pending, items),
        }
    }
}

fn main() {
    assert_eq!(all(pin!(letters("ab"))), (3, "ab..!".chars().collect()));
    assert_eq!(all(pin!(parsed(&["1", "x", "2"]))), (3, vec![Ok(1), Ok(2)]));
    let (pending, items) = all(pin!(parsed(&["1", "", "2"])));
    assert_eq!((pending, items), (1, vec![Ok(1), Err("empty".to_string())]));
}
