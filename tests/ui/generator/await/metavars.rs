//@ run-pass
//@ revisions: e2015 e2018 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2024] edition: 2024

// What a macro is given can be awaited in it, also in 2015, where `await` is a name.

#![feature(native_generators)]

use std::generator::{Future, ready, run};

macro_rules! expr {
    ($e:expr) => {{
        let value = await $e;
        value
    }};
}

macro_rules! path {
    ($p:path) => {{
        let value = await $p(2);
        value
    }};
}

macro_rules! condition {
    ($e:expr) => {
        if await $e { 4 } else { 0 }
    };
}

fn all() => impl Future<Return = u32> {
    expr!(ready(1)) + path!(ready) + condition!(ready(true))
}

fn main() {
    assert_eq!(run(all()), 7);
}
