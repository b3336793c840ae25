//@ edition: 2015

// In a generator body `await` is a keyword in edition 2015 too: a variable cannot have the name.

#![feature(native_generators)]

use std::generator::{Future, ready};

fn variable() => impl Future<Return = u32> {
    let await = 1; //~ ERROR expected identifier, found keyword `await`
    await ready(1)
}

fn pattern(n: Option<u32>) => impl Future<Return = u32> {
    match n {
        Some(await) => 1, //~ ERROR expected identifier, found keyword `await`
        None => 0,
    }
}

fn function() => impl Future<Return = ()> {
    fn await() {}
    r#await();
    await ready(())
}

fn main() {
    let await = 1;
    assert_eq!(await + 1, 2);
}
