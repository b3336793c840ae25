//@ edition: 2024

// What has been yielded is gone, however long it takes until the body goes on.

#![feature(native_generators)]

use std::generator::{Arg, Generator};

fn twice(text: String) => impl Iterator<Item = String> {
    yield text;
    yield text; //~ ERROR use of moved value: `text`
}

fn in_loop(text: String) => impl Iterator<Item = String> {
    loop {
        yield text; //~ ERROR use of moved value: `text`
    }
}

fn in_part(pair: (String, String)) => impl Generator<Yield = String, Return = (String, String)> {
    yield pair.0;
    pair //~ ERROR use of partially moved value: `pair`
}

fn sent() => impl Generator<Arg<String>, Yield = (), Return = usize> {
    let text = yield;
    drop(text);
    yield;
    text.len() //~ ERROR borrow of moved value: `text`
}

fn main() {}
