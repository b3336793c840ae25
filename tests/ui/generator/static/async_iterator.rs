//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// `static` with the face `AsyncIterator`: items are lent from by what is awaited between them.

#![feature(native_generators)]
#![feature(async_iterator)]

use std::async_iter::AsyncIterator;
use std::cell::Cell;
use std::future::Future;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

struct Later<'a> {
    text: &'a str,
    polled: Cell<bool>,
}

impl<'a> Future for Later<'a> {
    type Output = &'a str;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<&'a str> {
        if self.polled.replace(true) {
            return Poll::Ready(self.text);
        }
        context.waker().wake_by_ref();
        Poll::Pending
    }
}

fn later<'a>(text: &'a str) -> Later<'a> {
    Later { text: text, polled: Cell::new(false) }
}

fn trimmed(text: String) => static impl AsyncIterator<Item = Result<String, String>> {
    let lines = text.lines();
    for line in lines {
        let line = await later(line.trim());
        if line.is_empty() {
            return;
        }
        let (name, value) = match line.find('=') {
            Some(at) => (&line[..at], &line[at + 1..]),
            None => Err(line)?,
        };
        let value: i32 = value.parse().map_err(|_| value.to_string())?;
        let again = later(name).await;
        yield Ok(format!("{}:{}", again, value));
        yield Ok(name.to_string());
    }
}

/// A frame of its own is awaited for in place.
fn counted(text: String) => static impl AsyncIterator<Item = usize> {
    let owned = text;
    let lent = &owned;
    let mut items = pin!(trimmed(lent.clone()));
    loop {
        let next = await std::future::poll_fn(|context| items.as_mut().poll_next(context));
        match next {
            Some(Ok(text)) => yield text.len() + lent.len(),
            Some(Err(_)) => yield 0,
            None => return,
        }
    }
}

fn all<I: AsyncIterator>(mut iter: Pin<&mut I>) -> (usize, Vec<I::Item>) {
    let mut context = Context::from_waker(Waker::noop());
    let (mut pending, mut items) = (0, vec![]);
    loop {
        match iter.as_mut().poll_next(&mut context) {
            Poll::Pending => pending += 1,
            Poll::Ready(Some(item)) => items.push(item),
            Poll::Ready(None) => break,
        }
    }
    assert!(iter.poll_next(&mut context).is_ready());
    (pending, items)
}

fn main() {
    let ok = |text: &str| Ok(text.to_string());
    let (pending, items) = all(pin!(trimmed("  a=1\nb=2  ".to_string())));
    assert_eq!((pending, items), (4, vec![ok("a:1"), ok("a"), ok("b:2"), ok("b")]));
    let (pending, items) = all(pin!(trimmed("a=1\n \nb=2".to_string())));
    assert_eq!((pending, items.len()), (3, 2));
    let (_, items) = all(Box::pin(trimmed("a\nb=2".to_string())).as_mut());
    assert_eq!(items, [Err("a".to_string())]);
    let (_, items) = all(pin!(trimmed("a=x".to_string())));
    assert_eq!(items, [Err("x".to_string())]);
    assert_eq!(all(pin!(counted("a=1\nb".to_string()))), (3, vec![8, 6, 0]));
}
