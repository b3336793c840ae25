//! The tasks on tokio's runtime with one thread.

use std::future::poll_fn;
use std::process::ExitCode;
use std::task::{Context, Poll};
use std::thread::LocalKey;

use tasks::{PING, PONG, Slot, mixed, put, take};
use tokio::runtime::Builder;

async fn task(number: u64) -> u64 {
    mixed(number)
}

async fn spawn(n: u64) -> u64 {
    let mut handles = Vec::new();
    for number in 0..n {
        handles.push(tokio::spawn(task(number)));
    }
    let mut total = 0u64;
    for handle in handles {
        total = total.wrapping_add(handle.await.expect("it does not panic"));
    }
    total
}

async fn taken(slot: &'static LocalKey<Slot>) -> u64 {
    let poll = |context: &mut Context<'_>| match take(slot, || context.waker().clone()) {
        Some(number) => Poll::Ready(number),
        None => Poll::Pending,
    };
    poll_fn(poll).await
}

async fn ping(n: u64) -> u64 {
    let mut total = 0u64;
    for number in 0..n {
        put(&PING, number);
        total = total.wrapping_add(taken(&PONG).await);
    }
    total
}

async fn pong(n: u64) -> u64 {
    for _ in 0..n {
        let number = taken(&PING).await;
        put(&PONG, mixed(number));
    }
    n
}

async fn ping_pong(n: u64) -> u64 {
    let ping = tokio::spawn(ping(n));
    let pong = tokio::spawn(pong(n));
    let total = ping.await.expect("it does not panic");
    total ^ pong.await.expect("it does not panic")
}

fn run(root: impl Future<Output = u64>) -> u64 {
    Builder::new_current_thread().build().expect("there is room for a runtime").block_on(root)
}

fn main() -> ExitCode {
    measure::main(&[("spawn", |n| run(spawn(n))), ("ping-pong", |n| run(ping_pong(n)))])
}
