//@ run-pass
//@ edition: 2024
//@ compile-flags: -Zinline-awaited=yes

// However many await each other, there is one state, and what they hold shares its bytes.

#![feature(native_generators)]

use std::future::{Ready, ready};
use std::generator::{Executor, Future, Task};

async fn async_leaf(byte: u8) -> u8 {
    let kept = byte;
    kept + ready(1).await
}

macro_rules! async_levels {
    ($($below:ident $level:ident)*) => {
        $(async fn $level(byte: u8) -> u8 {
            $below(byte).await
        })*
    };
}

async_levels! {
    async_leaf async_1 async_1 async_2 async_2 async_3 async_3 async_4
    async_4 async_5 async_5 async_6 async_6 async_7 async_7 async_8
}

fn native_leaf(byte: u8) => static impl Future<Task, Return = u8> {
    let kept = byte;
    kept + await ready(1)
}

macro_rules! native_levels {
    ($($below:ident $level:ident)*) => {
        $(fn $level(byte: u8) => static impl Future<Task, Return = u8> {
            await $below(byte)
        })*
    };
}

native_levels! {
    native_leaf native_1 native_1 native_2 native_2 native_3 native_3 native_4
    native_4 native_5 native_5 native_6 native_6 native_7 native_7 native_8
}

fn nothing<E: Executor>() => impl Future<E, Return = ()> {}

async fn no_suspend_point(byte: u8) -> u8 {
    byte
}

async fn awaits_what_never_waits(byte: u8) -> u8 {
    no_suspend_point(byte).await
}

fn waits_for_nothing() => impl Future<Task, Return = ()> {
    await nothing();
    await nothing();
}

#[inline(never)]
async fn kept_apart(byte: u8) -> u8 {
    async_leaf(byte).await
}

async fn awaits_what_is_kept_apart(byte: u8) -> u8 {
    kept_apart(byte).await
}

fn size<F>(_: impl FnOnce(u8) -> F) -> usize {
    size_of::<F>()
}

fn main() {
    let leaf = size(async_leaf);
    assert_eq!(leaf, 1 + 1 + size_of::<Ready<u8>>());
    assert_eq!(size(async_1), leaf);
    assert_eq!(size(async_8), leaf);
    assert_eq!(size(native_leaf), leaf);
    assert_eq!(size(native_8), leaf);

    // The number of the state beside the argument, and no other.
    assert_eq!(size(no_suspend_point), 2);
    assert_eq!(size(awaits_what_never_waits), 2);
    assert_eq!(size(|_| waits_for_nothing()), 1);

    assert!(size(awaits_what_is_kept_apart) > leaf);
}
