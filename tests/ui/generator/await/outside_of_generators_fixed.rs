//@ edition: 2024
//@ run-rustfix

// What `=>` would make a generator of is fixed by it: functions that say they return a future or a
// stream, and closures.

#![feature(native_generators)]
#![allow(unused, unused_braces)]

use std::generator::{self, *};

fn named() -> impl Future<Return = u32> {
    await ready(1) //~ ERROR `await` outside of a generator
}

fn of_its_value() -> u32 {
    await ready(1) //~ ERROR `await` outside of a generator
}

fn of_its_reference(numbers: &[u32]) -> Option<&u32> {
    ready(numbers.first()).await //~ ERROR `await` outside of a generator
}

fn generic<E: Executor>(n: u32) -> impl Future<E, Return = u32> {
    ready(n).await //~ ERROR `await` outside of a generator
}

fn stream() -> impl Stream<Yield = u32, Return = ()> {
    yield.. [1, 2] //~ ERROR `yield..` outside of a generator
}

fn each() -> impl Future<Return = ()> {
    await for _ in [1, 2] {} //~ ERROR `await for` outside of a generator
}

fn core_face<'a>(text: &'a str) -> impl core::future::Future<Output = usize> + use<'a> {
    await std::future::ready(text.len()) //~ ERROR `await` outside of a generator
}

fn where_clause<F>(f: F) -> impl Future<Return = F::Return>
where
    F: Future + Unpin,
{
    f.await //~ ERROR `await` outside of a generator
}

fn main() {
    let prefix = |n: u32| await ready(n); //~ ERROR `await` outside of a generator
    let postfix = |n: u32| ready(n).await; //~ ERROR `await` outside of a generator
    let block = move |n: u32| { await for _ in 0..n {} }; //~ ERROR `await for` outside of a
    let delegate = || yield.. [1, 2]; //~ ERROR `yield..` outside of a generator
    generator::run(prefix(generator::run(postfix(1))));
    generator::run(block(2));
    let _: Vec<u32> = delegate().into_iter().collect();
}
