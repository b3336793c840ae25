//@ edition: 2024

// A frame may go to another thread while it is suspended, so that it takes no loan of a variable of
// this thread along, whether it may move or not.

#![feature(native_generators, thread_local)]

use std::generator::{Future, Stream, ready};
use std::sync::atomic::{AtomicU32, Ordering};

#[thread_local]
static COUNT: AtomicU32 = AtomicU32::new(0);

fn movable() => impl Iterator<Item = u32> {
    let count = &COUNT; //~ ERROR [E0626]
    yield 1;
    yield count.load(Ordering::Relaxed);
}

fn in_place() => static impl Stream<Yield = u32, Return = ()> {
    let count = &COUNT; //~ ERROR [E0626]
    yield 1;
    yield count.load(Ordering::Relaxed);
}

fn as_an_operand() => impl Future<Return = u32> {
    COUNT.fetch_add(await ready(1), Ordering::Relaxed) //~ ERROR [E0626]
}

fn yielded() => impl Iterator<Item = &'static AtomicU32> {
    yield &COUNT; //~ ERROR [E0626]
}

// What follows is accepted.

fn borrowed_again() => static impl Stream<Yield = u32, Return = ()> {
    yield COUNT.load(Ordering::Relaxed);
    yield COUNT.fetch_add(1, Ordering::Relaxed);
}

fn main() {}
