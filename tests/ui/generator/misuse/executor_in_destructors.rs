//@ edition: 2024

// The destructor of what borrows from the executor would run when the suspended frame is dropped,
// where there is no executor: refused also where the body, resumed, would never come to it.

#![feature(native_generators)]

use std::generator::{Executor, Future, State, Stream, from_fn, from_iter};

struct Journal(Vec<u32>);

impl Executor for Journal {
    type Blocked = ();
    type Resume = ();

    fn take_resume(&mut self) {}
}

struct Closes<'a>(&'a mut Journal);

impl Drop for Closes<'_> {
    fn drop(&mut self) {
        self.0.0.push(0);
    }
}

fn blocked() => impl Future<Journal, Return = u32> {
    await from_fn(|_: &mut Journal| State::Blocked(()))
}

fn at_a_yield() => static impl Stream<Journal, Yield = u32, Return = ()> {
    let _closes = Closes(ref executor);
    //~^ ERROR `ref executor` cannot be kept across a suspend point
    yield 1;
    loop {}
}

fn in_a_movable_body() => impl Stream<Journal, Yield = u32, Return = ()> {
    let _closes = Closes(ref executor);
    //~^ ERROR `ref executor` cannot be kept across a suspend point
    yield 1;
    loop {}
}

fn at_an_await() => static impl Future<Journal, Return = ()> {
    let _closes = Closes(ref executor);
    //~^ ERROR `ref executor` cannot be kept across a suspend point
    await blocked();
    loop {}
}

fn at_an_await_for() => static impl Future<Journal, Return = ()> {
    let _closes = Closes(ref executor);
    //~^ ERROR `ref executor` cannot be kept across a suspend point
    await for _ in from_iter([1]) {
        loop {}
    }
    loop {}
}

fn at_a_delegation() => static impl Stream<Journal, Yield = u32, Return = ()> {
    let _closes = Closes(ref executor);
    //~^ ERROR `ref executor` cannot be kept across a suspend point
    yield.. from_iter([1]);
    loop {}
}

fn as_a_temporary() => static impl Stream<Journal, Yield = u32, Return = ()> {
    (Closes(ref executor), yield 1, loop {});
    //~^ ERROR `ref executor` cannot be kept across a suspend point
}

fn as_a_scrutinee() => static impl Stream<Journal, Yield = u32, Return = ()> {
    match Closes(ref executor) { //~ ERROR `ref executor` cannot be kept across a suspend point
        ref _closes => {
            yield 1;
            loop {}
        }
    }
}

fn main() {}
