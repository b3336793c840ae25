//@ run-pass
//@ revisions: e2018 e2021 e2024
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// Native bodies inside `async` ones and the other way round, each with its own `await`.

#![feature(native_generators)]

use std::future::{Future, IntoFuture};
use std::generator::{self, Task};
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

async fn outer(n: u32) -> u32 {
    fn native(n: u32) => impl generator::Future<Task, Return = u32> + IntoFuture<Output = u32> {
        n + await generator::ready(1)
    }
    let first = native(n).await;
    let add = |m: u32| => { await std::future::ready(m) + 1 };
    let second = add(first).await;
    first * 10 + second
}

fn native(n: u32) => impl Future<Output = u32> {
    let block = Box::pin(async move {
        let inner = async { n + 1 };
        inner.await + outer(n).await
    });
    let make = async |m: u32| m + std::future::ready(1).await;
    let first = await Box::pin(make(1));
    first * 1000 + await block
}

fn now<F: Future>(future: Pin<&mut F>) -> F::Output {
    match future.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("pending"),
    }
}

fn main() {
    assert_eq!(now(pin!(outer(1))), 23);
    assert_eq!(now(pin!(native(1))), 2025);
}
