//@ check-pass
//@ edition: 2024

// A frame that runs another holds that frame, and not what it answers: neither what it blocks on,
// nor what it yields or returns, must be `Send` for the frame to be.

#![feature(native_generators)]
#![allow(dead_code)]

use std::generator::{Executor, Future, State, Stream, from_fn};
use std::rc::Rc;

fn assert_send<T: Send>(_: T) {}

fn in_place<E: Executor, F: Future<E>>(future: F) => static impl Future<E, Return = ()> {
    await future;
}

fn movable<E: Executor, F: Future<E> + Unpin>(future: F) => impl Future<E, Return = ()> {
    await future;
}

fn generic<E: Executor>(first: impl Future<E> + Send, second: impl Future<E> + Send + Unpin) {
    assert_send(in_place(first));
    assert_send(movable(second));
}

struct Local;

impl Executor for Local {
    type Blocked = Rc<u32>;
    type Resume = ();

    fn take_resume(&mut self) {}
}

fn pause() => impl Future<Local, Return = Rc<u32>> {
    await from_fn(|_: &mut Local| State::Blocked(Rc::new(1)))
}

fn stream() => impl Stream<Local, Yield = Rc<u32>, Return = Rc<u32>> + Send {
    yield Rc::new(1);
    Rc::new(2)
}

fn awaits() => impl Future<Local, Return = ()> {
    await pause();
}

fn delegates() => static impl Stream<Local, Yield = Rc<u32>, Return = Rc<u32>> {
    yield.. stream()
}

fn awaits_each() => impl Future<Local, Return = Rc<u32>> {
    await for _ in stream() {}
}

/// A `static` body holds nothing that was moved away, either.
fn moved_away(make: fn() -> Option<Rc<u32>>) => static impl Stream<Yield = (), Return = ()> {
    while let Some(value) = make() {
        drop(value);
        yield;
    }
}

fn main() {
    assert_send(awaits());
    assert_send(delegates());
    assert_send(awaits_each());
    assert_send(moved_away(|| None));
}
