//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// `await` in `unsafe` blocks, and what an unsafe generator function returns is awaited in one.

#![feature(native_generators)]

use std::generator::{self, Future, ready};

unsafe fn read(n: *const u32) => impl Future<(), Return = u32> {
    unsafe { *n + await ready(1) }
}

fn awaits(n: &u32) => impl Future<(), Return = u32> {
    let first = unsafe { await read(n) };
    let second = unsafe { read(n) };
    let third = unsafe {
        let pointer: *const u32 = n;
        *pointer + read(pointer).await
    };
    first * 100 + await second * 10 + third
}

fn main() {
    assert_eq!(generator::run(awaits(&2)), 335);
}
