//@ run-pass
//@ revisions: e2018 e2021 e2024
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// Native bodies await futures of `async` functions, of `poll_fn`, and boxed `dyn Future`s.

#![feature(native_generators)]

use std::future::{self, Future};
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

async fn square(n: &u32) -> u32 {
    n * n
}

fn erased<'a>(n: &'a u32) -> Pin<Box<dyn Future<Output = u32> + Send + 'a>> {
    Box::pin(square(n))
}

fn awaits(n: &u32) => impl Future<Output = Result<u32, String>> {
    let boxed = await Box::pin(square(n));
    let erased = erased(n).await;
    let mut polls = 0;
    let polled = await future::poll_fn(move |_| {
        polls += 1;
        if polls < 3 { Poll::Pending } else { Poll::Ready(polls) }
    });
    let ready = await future::ready(Ok::<u32, String>(1))?;
    await future::ready(if *n > 9 { Err("too much") } else { Ok(()) })?;
    Ok(boxed * 1000 + erased * 100 + polled * 10 + ready)
}

fn lent(future: Pin<&mut dyn Future<Output = u32>>) => impl Future<Output = u32> {
    1 + await future
}

fn poll_all<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    loop {
        let mut context = Context::from_waker(Waker::noop());
        if let Poll::Ready(value) = future.as_mut().poll(&mut context) {
            return value;
        }
    }
}

fn main() {
    assert_eq!(poll_all(awaits(&3)), Ok(9931));
    assert_eq!(poll_all(awaits(&10)), Err("too much".to_string()));
    assert_eq!(poll_all(lent(pin!(square(&5)))), 26);
    assert_eq!(poll_all(async { awaits(&2).await.unwrap() + lent(pin!(square(&1))).await }), 4433);
}
