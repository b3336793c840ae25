//@ edition: 2024

// What is written for one executor is refused by every other: at the operand, with what it is.

#![feature(native_generators)]

use std::generator::{Arg, EventLoop, Executor, Future, Stream, Task};

struct Own;

impl Executor for Own {
    type Blocked = ();
    type Resume = ();

    fn take_resume(&mut self) {}
}

fn plain() => impl Future<Return = u32> {
    1
}

fn arg() => impl Future<Arg<u32>, Return = u32> {
    1
}

fn task() => impl Future<Task, Return = u32> {
    1
}

fn event_loop() => impl Future<EventLoop, Return = u32> {
    1
}

fn own() => impl Stream<Own, Yield = u32, Return = u32> {
    1
}

fn core_face() => impl core::future::Future<Output = u32> {
    1
}

async fn asynchronous() -> u32 {
    1
}

fn in_plain() => impl Future<Return = u32> {
    await task() //~ ERROR cannot be awaited in a generator whose executor is `()`
}

fn in_iterator() => impl Iterator<Item = u32> {
    yield core_face().await; //~ ERROR cannot be awaited in a generator whose executor is `()`
    yield.. own(); //~ ERROR in a generator whose executor is `()`
}

fn in_arg() => impl Future<Arg<u32>, Return = u32> {
    await plain() //~ ERROR cannot be awaited in a generator whose executor is `Arg<u32>`
}

fn in_other_arg() => impl Future<Arg<String>, Return = u32> {
    await arg() //~ ERROR cannot be awaited in a generator whose executor is `Arg<String>`
}

fn in_task() => impl Future<Task, Return = u32> {
    await event_loop() //~ ERROR cannot be awaited in a generator whose executor is `Task`
}

fn in_core_face() => impl core::future::Future<Output = u32> {
    plain().await; //~ ERROR cannot be awaited in a generator whose executor is `Task`
    await for _ in own() {} //~ ERROR in a generator whose executor is `Task`
}

fn in_event_loop() => impl Future<EventLoop, Return = u32> {
    await asynchronous() //~ ERROR cannot be awaited in a generator whose executor is `EventLoop`
}

fn in_own() => impl Future<Own, Return = u32> {
    await core_face() //~ ERROR cannot be awaited in a generator whose executor is `Own`
}

fn in_own_stream() => impl Stream<Own, Yield = u32, Return = u32> {
    yield.. 0..3; //~ ERROR in a generator whose executor is `Own`
    yield.. own()
}

fn generic<E: Executor>() => impl Future<E, Return = u32> {
    await plain() //~ ERROR cannot be awaited in a generator whose executor is `E`
}

fn two_generic<E: Executor, F: Executor>(
    future: impl Future<F, Return = u32> + Unpin,
) => impl Future<E, Return = u32> {
    await future //~ ERROR cannot be awaited in a generator whose executor is `E`
}

fn main() {}
