//@ edition: 2024

// `await` takes futures and generators. What only turns into a future is turned by hand.

#![feature(native_generators)]

use std::future::{Future, IntoFuture, Ready, ready};

struct Request(u32);

impl IntoFuture for Request {
    type Output = u32;
    type IntoFuture = Ready<u32>;

    fn into_future(self) -> Ready<u32> {
        ready(self.0)
    }
}

fn by_hand() => impl Future<Output = u32> {
    await Request(1).into_future()
}

fn prefix() => impl Future<Output = u32> {
    await Request(1) //~ ERROR `Request` cannot be awaited in a generator whose executor is `Task`
}

fn postfix() => impl Future<Output = u32> {
    Request(1).await //~ ERROR `Request` cannot be awaited in a generator whose executor is `Task`
}

fn main() {
    let _ = async { Request(1).await };
}
