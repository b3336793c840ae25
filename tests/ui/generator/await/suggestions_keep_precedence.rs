//@ edition: 2024
//@ run-rustfix

// A method that is suggested for the value of `await e` or `yield.. s` comes behind parentheses.

#![feature(native_generators)]
#![allow(dead_code)]

use std::generator::{Future, Stream, ready};

fn number() => impl Future<Return = u32> {
    1
}

fn stream() => impl Stream<Yield = u32, Return = u32> {
    yield 1;
    2
}

fn tail() => impl Future<Return = String> {
    await number() //~ ERROR mismatched types
}

fn returned() => impl Future<Return = String> {
    return await ready(true); //~ ERROR mismatched types
}

fn postfix() => impl Future<Return = String> {
    number().await //~ ERROR mismatched types
}

fn delegated() => impl Stream<Yield = u32, Return = String> {
    yield.. stream() //~ ERROR mismatched types
}

fn each() => impl Future<Return = String> {
    let text: String = await for _ in stream() {}; //~ ERROR mismatched types
    text
}

fn main() {}
