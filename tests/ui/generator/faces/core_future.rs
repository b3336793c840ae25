//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// The face `core::future::Future`: by each of its paths, `Send`, boxed, cloned, printed.

#![feature(native_generators)]

use std::future::Future;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

fn imported(n: u32) => impl Future<Output = u32> + Send {
    n
}

fn by_path<'a>(text: &'a str) => impl std::future::Future<Output = &'a str> {
    let n = await imported(1);
    &text[n as usize..]
}

fn unit() => impl ::std::future::Future<Output = ()> {}

fn fails(n: u32) => impl Future<Output = Result<u32, String>> + Clone {
    let n = await std::future::ready(n.checked_sub(1).ok_or("underflow".to_string()))?;
    Ok(n)
}

fn now<F: Future>(future: F) -> F::Output {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("pending"),
    }
}

fn main() {
    assert_eq!(now(imported(3)), 3);
    assert_eq!(now(by_path("text")), "ext");
    now(unit());
    let frame = fails(1);
    assert_eq!(now(frame.clone()), now(frame));
    assert_eq!(now(fails(0)), Err("underflow".to_string()));
    let boxed: Vec<Pin<Box<dyn Future<Output = u32> + Send>>> =
        vec![Box::pin(imported(1)), Box::pin(std::future::ready(2))];
    assert_eq!(boxed.into_iter().map(now).sum::<u32>(), 3);
}
