//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// The face `AsyncIterator`, polled by hand: items, pending, and `None` for ever at the end.

#![feature(native_generators)]
#![feature(async_iterator)]

use std::async_iter::AsyncIterator;
use std::generator::{self, State, Task};
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

fn pause() => impl generator::Future<Task, Return = ()> {
    let mut first = true;
    await generator::from_fn(move |_: &mut Task| {
        if std::mem::replace(&mut first, false) { State::Blocked(()) } else { State::Complete(()) }
    })
}

fn words(text: &str) => impl AsyncIterator<Item = &str> {
    for word in text.split(' ') {
        await pause();
        yield word;
    }
}

fn chained(n: u32) => impl AsyncIterator<Item = u32> {
    yield.. generator::from_iter(0..n);
    await pause();
    let last = await std::future::ready(n);
    if last == 2 {
        return;
    }
    yield last;
}

fn poll<'a, 'b, I: AsyncIterator>(
    iter: &'a mut Pin<&'b mut I>,
) -> impl FnMut() -> Poll<Option<I::Item>> + use<'a, 'b, I> {
    move || iter.as_mut().poll_next(&mut Context::from_waker(Waker::noop()))
}

fn main() {
    let mut iter = pin!(words("to be"));
    let mut next = poll(&mut iter);
    assert_eq!(next(), Poll::Pending);
    assert_eq!(next(), Poll::Ready(Some("to")));
    assert_eq!(next(), Poll::Pending);
    assert_eq!(next(), Poll::Ready(Some("be")));
    assert_eq!(next(), Poll::Ready(None));
    assert_eq!(next(), Poll::Ready(None));

    for (n, end) in [(1, Some(1)), (2, None)].iter().copied() {
        let mut iter = pin!(chained(n));
        let mut next = poll(&mut iter);
        for m in 0..n {
            assert_eq!(next(), Poll::Ready(Some(m)));
        }
        assert_eq!(next(), Poll::Pending);
        assert_eq!(next(), Poll::Ready(end));
        assert_eq!(next(), Poll::Ready(None));
    }
}
