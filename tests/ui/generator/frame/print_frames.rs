//@ edition: 2024
//@ compile-flags: -Zprint-frames --crate-type lib
//@ build-pass
//@ only-64bit

// `-Zprint-frames` tells of each state what it holds, where, and why, and what of that need not be.

#![feature(native_generators)]

use std::future::ready;

pub struct Guard<T>(T);

impl<T> Drop for Guard<T> {
    fn drop(&mut self) {}
}

// `kept` is used at the end, `_guard` only dropped there, and both of what is awaited have one place.
pub async fn fetch(url: String) -> usize {
    let kept = [url.len(); 16];
    let _guard = Guard([1u8; 512]);
    let first = ready(1).await;
    let second = ready(first).await;
    kept[second]
}

// What is passed stays in its place while it goes on, from name to name.
pub fn countdown((from, _): (u64, u64)) => impl Iterator<Item = u64> {
    let start = from;
    for n in (0..start).rev() {
        yield n;
    }
    yield start;
}

// In a frame that does not move, what was borrowed is kept to the end of its scope. Where nothing that is
// held has a lifetime, nothing points to it, and it could end earlier.
pub async fn borrowed(count: usize) -> usize {
    let block = [count; 100];
    let sum: usize = block.iter().sum();
    ready(()).await;
    sum
}

pub async fn pointed_to(count: usize) -> usize {
    let block = [count; 100];
    let view = &block;
    ready(()).await;
    view[0]
}

// What takes up most of a frame takes no more than a pointer in a `Box`.
pub async fn outer() -> usize {
    fetch(String::new()).await + borrowed(1).await
}

// Once for each instantiation.
pub async fn generic<T: Default>() -> T {
    let value = T::default();
    ready(()).await;
    value
}

pub async fn instantiated() -> u16 {
    generic::<u8>().await;
    generic::<u16>().await
}

// No name that nobody wrote: neither for temporaries, nor for what the forms of suspend points run.
pub fn forms(texts: Vec<String>) => impl std::generator::Stream<Yield = usize, Return = ()> {
    yield texts[0].len();
    await for n in countdown((3, 4)).into_iter() {
        yield n as usize;
    }
    yield.. std::generator::from_iter(texts.into_iter().map(|text| text.len()));
}

// Only at run time is it known whether `guard` is left at the end.
pub async fn perhaps(guard: Guard<u16>, early: bool) {
    if early {
        drop(guard);
    }
    ready(()).await;
}
