//@ edition: 2024

// Dropping a frame runs the destructors of what it holds: what it was called with, what its closure
// gave to it, and what it was sent must live until then, even if no suspend point comes before the
// end.

#![feature(native_generators)]

use std::generator::{Arg, Executor, Future, Generator, Stream, ready};

struct Shows<'a>(&'a Vec<u32>);

impl Drop for Shows<'_> {
    fn drop(&mut self) {
        assert!(self.0.len() < 9);
    }
}

fn held(shows: Shows<'_>) => impl Stream<Yield = (), Return = ()> {
    yield;
    drop(shows);
}

fn dropped_first(shows: Shows<'_>) => impl Future<Return = ()> {
    drop(shows);
    await ready(());
}

fn never_suspends(shows: Shows<'_>) => static impl Future<Return = ()> {
    drop(shows);
}

fn arguments() {
    let numbers = vec![1];
    let _frame = held(Shows(&numbers));
    drop(numbers); //~ ERROR cannot move out of `numbers` because it is borrowed

    let numbers = vec![1];
    let _frame = dropped_first(Shows(&numbers));
    drop(numbers); //~ ERROR cannot move out of `numbers` because it is borrowed

    let numbers = vec![1];
    let _frame = Box::pin(never_suspends(Shows(&numbers)));
    drop(numbers); //~ ERROR cannot move out of `numbers` because it is borrowed
}

fn captured() {
    let numbers = vec![1];
    let shows = Shows(&numbers);
    let make = || => {
        drop(shows);
        yield;
    };
    let _frame = make();
    drop(numbers); //~ ERROR cannot move out of `numbers` because it is borrowed

    let numbers = vec![1];
    let shows = Shows(&numbers);
    let make = move || => {
        await ready(());
        let _ = &shows;
    };
    let _frame = make();
    drop(numbers); //~ ERROR cannot move out of `numbers` because it is borrowed
}

fn sent() {
    let numbers = vec![1];
    let make = || => {
        let shows: Shows<'_> = yield;
        yield;
        drop(shows);
    };
    let mut frame = make();
    frame.start();
    frame.send(Shows(&numbers));
    drop(numbers); //~ ERROR cannot move out of `numbers` because it is borrowed
}

struct Post<'a>(Option<Shows<'a>>);

impl Executor for Post<'_> {
    type Blocked = ();
    type Resume = ();

    fn take_resume(&mut self) {}
}

fn found() {
    let numbers = vec![1];
    let make = || => {
        let shows = (ref executor as &mut Post<'_>).0.take();
        yield;
        drop(shows);
    };
    let mut frame = make();
    frame.step(&mut Post(Some(Shows(&numbers))));
    drop(numbers); //~ ERROR cannot move out of `numbers` because it is borrowed
}

/// A type that is known to have no destructor need not live.
fn without_destructor() {
    let numbers = vec![1];
    let lent = &numbers;
    let make = move || => {
        yield lent.len();
    };
    let mut frame = make();
    frame.step(&mut ());
    drop(numbers);
}

fn sent_by_arg() {
    let mut frame = each();
    frame.start();
    {
        let numbers = vec![1];
        frame.send(Shows(&numbers)); //~ ERROR `numbers` does not live long enough
    }
}

fn each<'a>() => impl Stream<Arg<Shows<'a>>, Yield = (), Return = ()> {
    loop {
        drop(yield);
    }
}

fn main() {}
