//@ edition: 2024

// A foreign face is named itself: what it is a supertrait of is a face of no kind.

#![feature(native_generators)]
#![feature(async_iterator)]

use std::async_iter::AsyncIterator;

trait Job: core::future::Future<Output = u32> + Send {}
impl<F: core::future::Future<Output = u32> + Send> Job for F {}

trait Rows: AsyncIterator<Item = u32> {}
impl<A: AsyncIterator<Item = u32>> Rows for A {}

fn job() => impl Job { //~ ERROR this is not the face of a generator
    await std::future::ready(4)
}

fn rows() => impl Rows { //~ ERROR this is not the face of a generator
    yield 1
}

fn main() {}
