//@ run-pass
//@ revisions: e2018 e2021 e2024
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// `async` blocks and functions are not `Unpin`: a `static` body awaits them in place.

#![feature(native_generators)]

use std::generator::{self, Future, Generator, IntoBox, Task};
use std::pin::pin;
use std::task::{Context, Poll, Waker};

async fn add(a: &u32, b: u32) -> u32 {
    *a + std::future::ready(b).await
}

fn in_place(n: u32) => static impl Future<Task, Return = u32> {
    let first = await add(&n, 1);
    let second = async { add(&first, 10).await + n }.await;
    let third = await async move {
        let local = second;
        add(&local, 100).await
    };
    first + second + third
}

fn boxed(n: u32) => impl Future<Task, Return = u32> {
    let first = await Box::pin(async move { add(&n, 1).await });
    let second = await async move { add(&first, 10).await }.into_box();
    first + second + await generator::ready(0)
}

fn main() {
    let mut context = Context::from_waker(Waker::noop());
    let mut poll = |future: std::pin::Pin<&mut dyn std::future::Future<Output = u32>>| {
        match future.poll(&mut context) {
            Poll::Ready(value) => value,
            Poll::Pending => panic!("pending"),
        }
    };
    assert_eq!(poll(pin!(in_place(1).into_core())), 2 + 13 + 113);
    assert_eq!(poll(pin!(boxed(1).into_core())), 2 + 12);
}
