//@ run-pass
//@ revisions: e2018 e2021 e2024
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// `async fn` in a trait beside native methods: provided ones of one kind use required ones of the
// other, and their futures are boxed alike.

#![feature(native_generators)]

use std::future::Future;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

#[allow(async_fn_in_trait)]
trait Fetch {
    async fn fetch(&self, key: u32) -> Result<u32, String>;

    fn native(&self, key: u32) => impl Future<Output = u32>;

    async fn both(&self, key: u32) -> Result<u32, String> {
        Ok(self.fetch(key).await? * 100 + self.native(key).await)
    }

    fn both_native(&self, key: u32) => static impl Future<Output = Result<u32, String>> {
        let fetched = await self.fetch(key)?;
        Ok(fetched * 1000 + await self.native(key))
    }
}

struct Asynchronous;
struct Native(u32);

impl Fetch for Asynchronous {
    async fn fetch(&self, key: u32) -> Result<u32, String> {
        std::future::ready(Ok(key)).await
    }

    fn native(&self, key: u32) => impl Future<Output = u32> {
        key + await std::future::ready(1)
    }
}

impl Fetch for Native {
    async fn fetch(&self, key: u32) -> Result<u32, String> {
        let native = self.native(key);
        if key > 9 { Err(format!("no {key}")) } else { Ok(native.await) }
    }

    fn native(&self, key: u32) => impl Future<Output = u32> {
        self.0 + await std::future::ready(key)
    }

    async fn both(&self, key: u32) -> Result<u32, String> {
        self.both_native(key).await
    }
}

/// Declared as a function that returns a future, implemented as either.
trait Returns {
    fn returns(&mut self) -> impl Future<Output = u32>;
}

impl Returns for Asynchronous {
    async fn returns(&mut self) -> u32 {
        1
    }
}

/// The boxed form that is dyn-compatible.
trait Erased {
    fn erased<'a>(&'a self, key: u32) -> Pin<Box<dyn Future<Output = u32> + 'a>>;
}

impl<F: Fetch> Erased for F {
    fn erased<'a>(&'a self, key: u32) -> Pin<Box<dyn Future<Output = u32> + 'a>> {
        Box::pin(self.native(key))
    }
}

fn sum(all: &[&dyn Erased]) => impl Future<Output = u32> {
    let mut sum = 0;
    for each in all {
        sum += await each.erased(1);
    }
    sum
}

fn now<F: Future>(future: F) -> F::Output {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("pending"),
    }
}

fn main() {
    assert_eq!(now(Asynchronous.both(2)), Ok(203));
    assert_eq!(now(Asynchronous.both_native(2)), Ok(2003));
    assert_eq!(now(Native(5).both(2)), Ok(7007));
    assert_eq!(now(Native(5).both(10)), Err("no 10".to_string()));
    assert_eq!(now(Asynchronous.returns()), 1);
    assert_eq!(now(sum(&[&Asynchronous, &Native(20)])), 2 + 21);
}
