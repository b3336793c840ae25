//@ run-pass
//@ edition: 2024

// `gen` and `async gen` blocks and functions beside generators: each keeps what its `yield` and
// `await` mean, and either is a source for the other.

#![feature(native_generators)]
#![feature(gen_blocks)]
#![feature(async_iterator)]
#![feature(yield_expr)]

use std::async_iter::AsyncIterator;
use std::generator::{self, Stream};
use std::ops::RangeTo;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

gen fn squares(n: u32) -> u32 {
    for m in 0..n {
        yield m * m;
    }
}

async gen fn later(n: u32) -> u32 {
    for m in 0..n {
        yield std::future::ready(m).await;
    }
}

fn native(n: u32) => impl Iterator<Item = u32> {
    let block = gen move {
        yield n;
        for square in squares(n) {
            yield square + 100;
        }
    };
    let mut count = 0;
    for m in squares(n) {
        count += m;
    }
    yield count;
    let all: Vec<u32> = block.collect();
    yield.. all;
    yield.. inner(n);
}

fn inner(n: u32) => impl Stream<(), Yield = u32, Return = ()> {
    yield n;
    yield.. n..n + 2;
}

/// `yield ..x` yields a range in a `gen` block, and delegates in a generator around and inside it.
fn ranges() -> (Vec<RangeTo<u32>>, Vec<u32>) {
    let outer = || => {
        let block = gen { yield ..1u32; yield ..2 };
        let ends = block.map(|range| range.end).collect::<Vec<_>>();
        yield ..ends;
    };
    let block = gen {
        let sum = || => { yield ..[1, 2] };
        yield ..sum().into_iter().sum::<u32>();
    };
    (block.collect(), outer().into_iter().collect())
}

/// An `async gen` block is polled from a native body.
fn polled(n: u32) => static impl core::future::Future<Output = Vec<u32>> {
    let mut block = pin!(async gen move {
        yield std::future::ready(n).await;
        yield 7;
    });
    let mut all = vec![];
    let mut source = pin!(later(n));
    while let Some(m) = await std::future::poll_fn(|context| source.as_mut().poll_next(context)) {
        all.push(m);
    }
    while let Some(m) = await next(block.as_mut()) {
        all.push(m);
    }
    all
}

fn next<I: AsyncIterator + ?Sized>(
    mut iter: Pin<&mut I>,
) => impl generator::Future<generator::Task, Return = Option<I::Item>> {
    await std::future::poll_fn(move |context| iter.as_mut().poll_next(context))
}

/// A native frame is polled from an `async` block.
async fn back(n: u32) -> u32 {
    let all = polled(n).await;
    let block = gen { yield.. 1; };
    all.iter().sum::<u32>() + block.map(|range| range.end).sum::<u32>()
}

fn main() {
    assert_eq!(native(3).collect::<Vec<_>>(), [5, 3, 100, 101, 104, 3, 3, 4]);
    assert_eq!(ranges(), (vec![..3], vec![1, 2]));
    let mut context = Context::from_waker(Waker::noop());
    assert_eq!(std::future::Future::poll(pin!(back(2)), &mut context), Poll::Ready(11));
}
