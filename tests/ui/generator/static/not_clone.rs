//@ edition: 2024

// A `static` frame may borrow from itself, and is not cloned.

#![feature(native_generators)]

use std::generator::{Future, Stream};

fn pinned() => static impl Future<Return = u32> {
    1
}

fn promises() => static impl Stream<Yield = u32, Return = ()> + Clone {
//~^ ERROR the trait bound `{generator of `promises`}: Clone` is not satisfied
    yield 1;
}

fn core_face() => static impl core::future::Future<Output = u32> + Clone {
//~^ ERROR the trait bound `{generator of `core_face`}: Clone` is not satisfied
    1
}

fn cloned<T: Clone>(value: T) -> (T, T) {
    (value.clone(), value)
}

fn main() {
    cloned(pinned());
    //~^ ERROR the trait bound `impl std::generator::Future
    let frame = pinned();
    drop((frame.clone(), frame));
    //~^ ERROR no method named `clone` found for opaque type
    let frames = vec![pinned(); 2];
    //~^ ERROR the trait bound `impl std::generator::Future
    drop(frames);
}
