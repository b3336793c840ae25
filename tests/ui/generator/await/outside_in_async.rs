//@ edition: 2024

// In `async` code, inside of a generator body too, `await` stays behind its operand: that is what
// is offered for `await e`, and the other forms have no meaning there.

#![feature(native_generators)]

use std::future::ready;

async fn function() -> u32 {
    let first = await ready(1); //~ ERROR `await` outside of a generator
    first + ready(2).await
}

trait Method {
    async fn method(&self) -> u32 {
        await ready(1) //~ ERROR `await` outside of a generator
    }
}

async fn each() {
    await for _ in [1] {} //~ ERROR `await for` outside of a generator
}

async fn delegate() {
    yield.. [1]; //~ ERROR `yield..` outside of a generator
}

fn body() => static impl core::future::Future<Output = u32> {
    let block = async { await ready(1) }; //~ ERROR `await` outside of a generator
    let closure = async |n: u32| await ready(n); //~ ERROR `await` outside of a generator
    let moved = async move { await ready(1).clone() }; //~ ERROR `await` outside of a generator
    await block + await closure(1) + await moved
}

fn main() {
    let _ = async { async { await ready(1) }.await }; //~ ERROR `await` outside of a generator
}
