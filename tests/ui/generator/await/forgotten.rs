//@ edition: 2024
//@ run-rustfix

// In a generator, what helps against a future in place of its value is to await it.

#![feature(native_generators)]
#![allow(dead_code)]

use std::generator::{self, Future};

struct Pair {
    size: u32,
}

fn pair() => impl core::future::Future<Output = Pair> {
    Pair { size: 1 }
}

fn native_pair() => impl Future<Return = Pair> {
    Pair { size: 2 }
}

fn numbers() => impl Future<Return = Vec<u32>> {
    vec![1, 2]
}

fn parsed() => impl core::future::Future<Output = Result<u32, std::num::ParseIntError>> {
    "5".parse()
}

fn size() => impl core::future::Future<Output = u32> {
    pair().size //~ ERROR no field `size`
}

fn size_of_native() => impl Future<Return = u32> {
    native_pair().size //~ ERROR no field `size`
}

fn size_behind_prefix() => impl Future<Return = u32> {
    await native_pair().size //~ ERROR no field `size`
}

fn each() => impl Iterator<Item = u32> {
    for n in numbers() { //~ ERROR is not an iterator
        yield n;
    }
}

fn tried() => impl core::future::Future<Output = Result<u32, std::num::ParseIntError>> {
    Ok(parsed()? + 1) //~ ERROR the `?` operator can only be applied to values
}

fn mismatched() => impl Future<Return = u32> {
    let Pair { size } = native_pair(); //~ ERROR mismatched types
    size
}

fn main() {
    assert_eq!(generator::block_on(size()), 1);
    assert_eq!(generator::run(size_of_native()), 2);
    assert_eq!(generator::run(size_behind_prefix()), 2);
    assert!(each().eq([1, 2]));
    assert_eq!(generator::block_on(tried()), Ok(6));
    assert_eq!(generator::run(mismatched()), 2);
}
