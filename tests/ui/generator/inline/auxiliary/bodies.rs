//@ edition: 2024
//@ compile-flags: -Zinline-awaited=yes

#![feature(native_generators)]

use std::future::ready;
use std::generator::{Stream, Task};

/// Nobody outside calls it by its name.
#[inline(never)]
fn hidden(n: u32) -> u32 {
    std::hint::black_box(n) + 1
}

mod private {
    pub static TABLE: [u32; 3] = [1, 2, 3];
}

async fn inner(n: u32) -> u32 {
    hidden(n) + ready(private::TABLE[n as usize % 3]).await
}

pub async fn outer(n: u32) -> u32 {
    inner(n).await + hidden(100)
}

pub trait Goes {
    fn go(&self) -> impl Future<Output = u32>;
}

pub struct Here;

impl Goes for Here {
    async fn go(&self) -> u32 {
        hidden(5) + inner(6).await
    }
}

pub fn block() -> impl Future<Output = u32> {
    async { hidden(9) + inner(2).await }
}

fn items(n: u32) => impl Stream<Task, Yield = u32, Return = ()> {
    for i in 0..n {
        yield hidden(i);
        await ready(());
    }
}

pub fn all_items(n: u32) => impl Stream<Task, Yield = u32, Return = u32> {
    yield.. items(n);
    hidden(n)
}
