//@ edition: 2024
//@ run-rustfix

// A conversion that is suggested is one of the value of the form, and not of its operand.

#![feature(native_generators)]

use std::generator::{self, Arg, Future, Generator, State};

fn number() => impl Future<Return = u32> {
    3
}

fn text() => impl Future<Return = &'static str> {
    "a"
}

fn awaited() => impl Future<Return = u64> {
    let prefix: u64 = await number(); //~ ERROR mismatched types
    let postfix: u64 = number().await; //~ ERROR mismatched types
    prefix + postfix
}

fn returned() => impl Future<Return = String> {
    await text() //~ ERROR mismatched types
}

fn yielded() => impl Generator<Arg<u32>, Yield = u32, Return = u64> {
    let sent: u64 = yield 1; //~ ERROR mismatched types
    sent
}

fn main() {
    assert_eq!(generator::run(awaited()), 6);
    assert_eq!(generator::run(returned()), "a");
    let mut frame = yielded();
    assert_eq!(frame.start(), State::Yielded(1));
    assert_eq!(frame.send(2), State::Complete(2));
}
