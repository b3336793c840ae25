//@ edition: 2024

// The value of `await for` is that of `break`, else what the stream returns: all have one type, and
// the block is `()`.

#![feature(native_generators)]

use std::generator::{Future, Stream};

fn count() => impl Stream<Yield = u32, Return = bool> {
    yield 1;
    true
}

fn unit() => impl Stream<Yield = u32, Return = ()> {
    yield 1;
}

fn other_value() => impl Future<Return = bool> {
    await for n in count() {
        if n == 1 {
            break 7; //~ ERROR mismatched types
        }
    }
}

fn no_value() => impl Future<Return = bool> {
    'label: await for n in count() {
        match n {
            1 => break, //~ ERROR mismatched types
            2 => break 'label,
            _ => {}
        }
    }
}

fn value_of_unit() => impl Future<Return = ()> {
    await for _ in unit() {
        break 5; //~ ERROR mismatched types
    }
}

fn left_in_a_statement() => impl Future<Return = ()> {
    await for _ in count() {} //~ ERROR mismatched types
    await for _ in unit() {}
}

fn wanted_otherwise() => impl Future<Return = u32> {
    let text: &str = await for _ in count() {}; //~ ERROR mismatched types
    await for _ in unit() {} //~ ERROR mismatched types
}

fn block() => impl Future<Return = bool> {
    await for n in count() {
        n //~ ERROR mismatched types
    }
}

fn body_value() => impl Future<Return = ()> {
    await for n in unit() {
        if n > 1 {
            "early" //~ ERROR mismatched types
        } else {
            continue;
        }
    }
}

fn main() {}
