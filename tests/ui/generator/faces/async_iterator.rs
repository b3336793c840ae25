//@ run-pass
//@ revisions: e2018 e2021 e2024
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// The face `AsyncIterator`: `?` yields the error last, and `static` bodies borrow from themselves.

#![feature(native_generators)]
#![feature(async_iterator)]

use std::async_iter::AsyncIterator;
use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

fn parsed(text: &str) => impl AsyncIterator<Item = Result<u32, String>> {
    for word in text.split(' ') {
        let word = await std::future::ready(word);
        yield Ok(word.parse().map_err(|_| word.to_string())?);
    }
}

fn owned(text: String) => static impl AsyncIterator<Item = usize> {
    for word in text.split(' ') {
        yield word.len();
        await async { word };
    }
}

async fn next<I: AsyncIterator>(iter: &mut Pin<&mut I>) -> Option<I::Item> {
    poll_fn(|context| iter.as_mut().poll_next(context)).await
}

async fn collect<I: AsyncIterator>(iter: I) -> Vec<I::Item> {
    let mut iter = pin!(iter);
    let mut all = vec![];
    while let Some(item) = next(&mut iter).await {
        all.push(item);
    }
    all
}

fn now<F: Future>(future: F) -> F::Output {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("pending"),
    }
}

fn main() {
    assert_eq!(now(collect(parsed("1 2"))), [Ok(1), Ok(2)]);
    assert_eq!(now(collect(parsed("1 x 2"))), [Ok(1), Err("x".to_string())]);
    assert_eq!(now(collect(owned("some words".to_string()))), [4, 5]);
}
