//@ run-pass
//@ revisions: e2018 e2021 e2024
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// `static` with the face `core::future::Future`: a future that borrows from itself.

#![feature(native_generators)]

use std::future::Future;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

struct YieldNow(bool);

impl Future for YieldNow {
    type Output = u32;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<u32> {
        if std::mem::replace(&mut self.0, true) {
            return Poll::Ready(1);
        }
        context.waker().wake_by_ref();
        Poll::Pending
    }
}

fn words(text: String) => static impl Future<Output = Vec<String>> {
    let mut all = vec![];
    for word in text.split(' ') {
        await YieldNow(false);
        all.push(word.to_string());
    }
    all
}

fn lengths(text: &str) => static impl Future<Output = usize> {
    let words = await words(text.to_string());
    let mut sum = 0;
    for word in &words {
        sum += word.len() * async { YieldNow(false).await as usize }.await;
    }
    sum
}

fn poll_all<F: Future>(mut future: Pin<&mut F>) -> (u32, F::Output) {
    let mut pending = 0;
    loop {
        match future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(value) => return (pending, value),
            Poll::Pending => pending += 1,
        }
    }
}

fn main() {
    let (pending, all) = poll_all(pin!(words("some words here".to_string())));
    assert_eq!((pending, all.len()), (3, 3));
    assert_eq!(poll_all(Box::pin(lengths("some words")).as_mut()), (4, 9));
    let joined = async { lengths("a b").await + words("c".into()).await.len() };
    assert_eq!(poll_all(pin!(joined)), (5, 3));
}
