//@ edition: 2024

// A `static` frame is not `Unpin`: what wants to move it while it runs refuses it.

#![feature(native_generators)]

use std::generator::{self, Future, Generator, Stream, ready};
use std::pin::Pin;

fn pinned() => static impl Future<Return = u32> {
    1
}

fn stream() => static impl Stream<Yield = u32, Return = ()> {
    yield 1;
}

fn core_face() => static impl core::future::Future<Output = u32> {
    1
}

fn needs_unpin<T: Unpin>(_: T) {}

fn resumed() {
    pinned().step(&mut ()); //~ ERROR `{generator of `pinned`}` cannot be unpinned
    Pin::new(&mut pinned()).resume(&mut ()); //~ ERROR `{generator of `pinned`}` cannot be unpinned
    Pin::new(&mut core_face()); //~ ERROR `{generator of `core_face`}` cannot be unpinned
}

fn adapted() {
    stream().iter(); //~ ERROR `{generator of `stream`}` cannot be unpinned
    let _ = stream().by_mut(); //~ ERROR `{generator of `stream`}` cannot be unpinned
    let _ = generator::select(pinned(), ready(1));
    //~^ ERROR `{generator of `pinned`}` cannot be unpinned
}

fn asked_for() {
    needs_unpin(pinned()); //~ ERROR `{generator of `pinned`}` cannot be unpinned
    needs_unpin(&mut pinned());
    needs_unpin(Box::pin(pinned()));
    needs_unpin((1, pinned())); //~ ERROR `{generator of `pinned`}` cannot be unpinned
}

fn main() {}
