//@ edition: 2024

// A movable body runs nothing in place that may not move, by whichever form, and is told of
// `static` and `.into_box()`; a type parameter is told of `Unpin`.

#![feature(native_generators)]

use std::future::Future as CoreFuture;
use std::generator::{Future, Stream, Task};
use std::marker::PhantomPinned;
use std::pin::Pin;
use std::task::{Context, Poll};

fn future() => static impl Future<Return = u32> {
    1
}

fn stream() => static impl Stream<Yield = u32, Return = ()> {
    yield 1;
}

async fn asynchronous() -> u32 {
    1
}

struct Rooted(PhantomPinned);

impl CoreFuture for Rooted {
    type Output = u32;

    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<u32> {
        Poll::Ready(1)
    }
}

fn prefix() => impl Future<Return = u32> {
    await future() //~ ERROR cannot be run in place by a generator that may move
}

fn postfix() => impl Future<Return = u32> {
    future().await //~ ERROR cannot be run in place by a generator that may move
}

fn each() => impl Future<Return = ()> {
    await for _ in stream() {} //~ ERROR cannot be run in place by a generator that may move
}

fn delegate() => impl Iterator<Item = u32> {
    yield.. stream(); //~ ERROR cannot be run in place by a generator that may move
}

fn of_async() => impl Future<Task, Return = u32> {
    await asynchronous() //~ ERROR cannot be run in place by a generator that may move
}

fn of_a_block() => impl CoreFuture<Output = u32> {
    async { 1 }.await //~ ERROR cannot be run in place by a generator that may move
}

fn by_hand() => impl CoreFuture<Output = u32> {
    await Rooted(PhantomPinned) //~ ERROR cannot be run in place by a generator that may move
}

fn argument(f: impl Future<Return = u32>) => impl Future<Return = u32> {
    await f //~ ERROR cannot be run in place by a generator that may move
}

fn parameter<S>(s: S) => impl Future<Return = ()>
where
    S: Stream<Return = ()>,
{
    await for _ in s {} //~ ERROR cannot be run in place by a generator that may move
}

trait Source {
    fn source(&self) => static impl Future<Return = u32>;
}

fn method<S: Source>(source: &S) => impl Future<Return = u32> {
    await source.source() //~ ERROR cannot be run in place by a generator that may move
}

fn main() {
    let _ = || => { await future() }; //~ ERROR cannot be run in place by a generator that may move
}
