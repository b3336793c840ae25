//@ run-pass
//@ edition: 2024

// The raw frame of a function is `IntoIterator` or `IntoFuture` where its face says as much, and
// auto traits are seen through what it turns into.

#![feature(native_generators)]

use std::generator::{self, Generator, Stream, Task};

fn count(n: u32) => impl Generator<Yield = u32, Return = ()> {
    for i in 0..n {
        yield i
    }
}

fn once<T>(value: T) => impl Stream<(), Yield = T, Return = ()> {
    yield value
}

trait Source: Generator<(), Yield = &'static str, Return = ()> {}
impl<G: Generator<(), Yield = &'static str, Return = ()>> Source for G {}

fn own_trait() => impl Source {
    yield "own"
}

struct Named;

impl Named {
    fn names(&self) => impl Generator<Yield = char, Return = ()> {
        yield 'x'
    }
}

fn double(n: u32) => impl generator::Future<Task, Return = u32> {
    await std::future::ready(2 * n)
}

fn pinned(n: u32) => static impl generator::Future<Task, Return = u32> {
    await async move { n + 1 }
}

fn written_out(n: u32) => impl generator::Future<Task, Return = u32> + IntoFuture<Output = u32> {
    n
}

fn send<T: Send>(value: T) -> T {
    value
}

fn main() {
    let mut seen = Vec::new();
    for n in count(3) {
        seen.push(n);
    }
    for n in once(10) {
        seen.push(n);
    }
    seen.extend(count(2));
    assert_eq!(seen, [0, 1, 2, 10, 0, 1]);
    assert!(own_trait().into_iter().eq(["own"]));
    assert!(Named.names().into_iter().eq(['x']));
    assert!(send(count(2).into_iter()).map(|n| n + 1).eq([1, 2]));
    // It is no larger than the frame, and fused.
    assert_eq!(size_of_val(&count(1)), size_of_val(&count(1).into_iter()));
    let mut over = once(()).into_iter();
    assert_eq!((over.next(), over.next(), over.next()), (Some(()), None, None));

    let all = send(async { double(1).await + pinned(2).await + written_out(3).await });
    assert_eq!(generator::block_on(all), 8);
}
