//@ edition: 2024

// The executor is lent for one resumption, in movable bodies and in `static` ones.

#![feature(native_generators)]
#![allow(dead_code)]

use std::generator::{Future, Stream, Task};

fn movable() => impl Future<Task, Return = ()> {
    let task = ref executor; //~ ERROR `ref executor` cannot be kept across a suspend point
    await std::future::ready(());
    task.waker();
}

fn pinned() => static impl Future<Task, Return = ()> {
    let task = ref executor; //~ ERROR `ref executor` cannot be kept across a suspend point
    await std::future::ready(());
    task.waker();
}

fn yielding() => impl Stream<Task, Yield = u32, Return = ()> {
    let task = ref executor; //~ ERROR `ref executor` cannot be kept across a suspend point
    yield 1;
    task.waker();
}

fn twice() => impl Future<Task, Return = ()> {
    let first = ref executor;
    let second = ref executor; //~ ERROR cannot borrow `ref executor` as mutable more than once
    first.waker();
    second.waker();
}

fn main() {}
