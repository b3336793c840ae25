//@ run-pass
//@ edition: 2024
//@ aux-build: bodies.rs
//@ compile-flags: -Zinline-awaited=yes -Zvalidate-mir

// A body from another crate is inlined with what it calls there, though that is private.

#![feature(native_generators)]

extern crate bodies;

use std::generator::{Future, Generator, Task, block_on};

use bodies::{Goes, Here, all_items, block, outer};

async fn of_async() -> u32 {
    outer(1).await + Here.go().await + block().await + generic(Here).await
}

async fn generic<G: Goes>(goes: G) -> u32 {
    goes.go().await + outer(7).await
}

fn of_generators() => impl Future<Task, Return = u32> {
    let mut sum = 0;
    let last = await for item in all_items(3) {
        sum += item;
    };
    sum * 10 + last
}

async fn one_level(n: u32) -> u32 {
    outer(n).await
}

fn size<F>(_: impl FnOnce(u32) -> F) -> usize {
    size_of::<F>()
}

fn main() {
    assert_eq!(block_on(of_async()), 260);
    assert_eq!(block_on(of_generators().into_core()), 64);

    // There is one state for all of them, and no frame within a frame.
    assert_eq!(size(one_level), size(outer));
}
