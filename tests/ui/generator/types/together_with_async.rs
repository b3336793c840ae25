//@ run-pass
//@ edition: 2024

// Ordinary `async` code resumes frames between its own suspend points, and frames hold futures.

#![feature(native_generators)]

use std::future::{self, Future};
use std::generator::{Arg, Generator, State};
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

/// Polls until the future is ready, and tells how often that was.
fn poll_all<F: Future>(future: F) -> (F::Output, u32) {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    for polls in 1.. {
        if let Poll::Ready(output) = future.as_mut().poll(&mut context) {
            return (output, polls);
        }
    }
    unreachable!()
}

/// Is pending once.
async fn pause() {
    let mut polled = false;
    future::poll_fn(|_| match std::mem::replace(&mut polled, true) {
        true => Poll::Ready(()),
        false => Poll::Pending,
    })
    .await
}

fn count(n: u32) => impl Iterator<Item = u32> {
    for i in 0..n {
        yield i
    }
}

fn join() => impl Generator<Arg<char>, Yield = usize, Return = String> {
    let mut joined = String::new();
    while joined.len() < 3 {
        let c = yield joined.len();
        joined.push(c);
    }
    joined
}

async fn sum(n: u32) -> u32 {
    let mut sum = 0;
    for item in count(n) {
        pause().await;
        sum += item;
    }
    sum
}

async fn send(text: &str) -> Option<String> {
    let mut join = join();
    join.start();
    for c in text.chars() {
        pause().await;
        if let State::Complete(joined) = join.send(c) {
            return Some(joined);
        }
    }
    None
}

fn futures(n: u32) => impl Iterator<Item = impl Future<Output = u32>> {
    for i in 0..n {
        yield async move {
            pause().await;
            i * 10
        }
    }
}

fn polled(n: u32) => impl Iterator<Item = u32> {
    let mut unfinished: Vec<Pin<Box<dyn Future<Output = u32>>>> = Vec::new();
    for future in futures(n) {
        unfinished.push(Box::pin(future));
    }
    while let Some(mut future) = unfinished.pop() {
        let polled = future.as_mut().poll(&mut Context::from_waker(Waker::noop()));
        match polled {
            Poll::Ready(output) => yield output,
            Poll::Pending => unfinished.push(future),
        }
    }
}

fn main() {
    fn is_send<T: Send>(value: T) -> T {
        value
    }
    assert_eq!(poll_all(is_send(sum(4))), (6, 5));
    assert_eq!(poll_all(is_send(send("abcd"))), (Some("abc".to_string()), 4));
    assert_eq!(poll_all(send("ab")).0, None);

    let closure = async |n| count(n).map(|n| n + 1).sum::<u32>();
    assert_eq!(poll_all(closure(3)), (6, 1));

    assert_eq!(polled(3).collect::<Vec<_>>(), [20, 10, 0]);
}
