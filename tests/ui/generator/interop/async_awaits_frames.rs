//@ run-pass
//@ revisions: e2018 e2021 e2024
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// `async` functions await raw frames: those of closures, those that promise it, and any through
// `into_core`. Frames with the core face they await as they are.

#![feature(native_generators)]

use std::future::IntoFuture;
use std::generator::{self, Future, Generator, IntoBox, Task};
use std::pin::pin;
use std::task::{Context, Poll, Waker};

fn raw(n: u32) => impl Future<Task, Return = u32> {
    await pause();
    2 * n
}

fn promised(n: u32) => impl Future<Task, Return = u32> + IntoFuture<Output = u32> {
    await pause();
    2 * n
}

fn core(text: &str) => impl std::future::Future<Output = usize> {
    await pause();
    text.len()
}

fn pause() => impl Future<Task, Return = ()> {
    let mut paused = false;
    await generator::from_fn(move |task: &mut Task| {
        if std::mem::replace(&mut paused, true) {
            return generator::State::Complete(());
        }
        task.waker().wake();
        generator::State::Blocked(())
    })
}

async fn both(text: String) -> usize {
    let closure = |n: u32| => { await raw(n) };
    let doubled = promised(closure(1).await).await as usize;
    let boxed = raw(10).into_box().into_core().await as usize;
    let length = core(&text).await;
    let block = async { core("block").await };
    doubled + boxed + length + block.await
}

fn main() {
    let mut future = pin!(both("text".to_string()));
    let mut context = Context::from_waker(Waker::noop());
    let mut pending = 0;
    let value = loop {
        match std::future::Future::poll(future.as_mut(), &mut context) {
            Poll::Ready(value) => break value,
            Poll::Pending => pending += 1,
        }
    };
    assert_eq!((pending, value), (5, 4 + 20 + 4 + 5));
}
