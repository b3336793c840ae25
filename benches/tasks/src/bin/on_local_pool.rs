//! The tasks on the `LocalPool` of the crate futures.

use std::future::poll_fn;
use std::process::ExitCode;
use std::task::{Context, Poll};
use std::thread::LocalKey;

use futures::executor::{LocalPool, LocalSpawner};
use futures::task::LocalSpawnExt as _;
use tasks::{PING, PONG, Slot, mixed, put, take};

async fn task(number: u64) -> u64 {
    mixed(number)
}

async fn spawn(n: u64, spawner: LocalSpawner) -> u64 {
    let mut handles = Vec::new();
    for number in 0..n {
        handles.push(spawner.spawn_local_with_handle(task(number)).expect("the pool is there"));
    }
    let mut total = 0u64;
    for handle in handles {
        total = total.wrapping_add(handle.await);
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

async fn ping_pong(n: u64, spawner: LocalSpawner) -> u64 {
    let ping = spawner.spawn_local_with_handle(ping(n)).expect("the pool is there");
    let pong = spawner.spawn_local_with_handle(pong(n)).expect("the pool is there");
    let total = ping.await;
    total ^ pong.await
}

fn run<F: Future<Output = u64>>(root: impl FnOnce(LocalSpawner) -> F) -> u64 {
    let mut pool = LocalPool::new();
    let spawner = pool.spawner();
    pool.run_until(root(spawner))
}

fn main() -> ExitCode {
    measure::main(&[
        ("spawn", |n| run(|spawner| spawn(n, spawner))),
        ("ping-pong", |n| run(|spawner| ping_pong(n, spawner))),
    ])
}
