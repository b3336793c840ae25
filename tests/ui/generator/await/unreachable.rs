//@ check-pass
//@ edition: 2024

// Behind what never returns nothing is reached: the warning names the form.

#![feature(native_generators)]
#![feature(never_type)]
#![warn(unreachable_code)]

use std::generator::{Future, Stream, ready};

fn never() => impl Future<Return = !> {
    loop {}
}

fn endless() => impl Stream<Yield = u32, Return = !> {
    loop {
        yield 1
    }
}

pub fn prefix() => impl Future<Return = ()> {
    await never();
    await ready(()); //~ WARN unreachable
}

pub fn postfix() => impl Future<Return = u32> {
    let n: u32 = never().await;
    n //~ WARN unreachable
}

pub fn each() => impl Future<Return = ()> {
    await for n in endless() {
        if n == 2 {
            return;
        }
    }
    ready(()).await; //~ WARN unreachable
}

pub fn delegate() => impl Stream<Yield = u32, Return = ()> {
    yield.. endless();
    yield 1; //~ WARN unreachable
}

pub fn continued() => impl Future<Return = ()> {
    await for _ in 0..3 {
        continue;
        await ready(()); //~ WARN unreachable
    }
}

fn main() {}
