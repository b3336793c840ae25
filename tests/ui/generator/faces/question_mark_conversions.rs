//@ edition: 2024

// `?` in a generator with the face `Iterator` yields the error: what it cannot be made of is said.

#![feature(native_generators)]
#![allow(dead_code)]

use std::num::ParseIntError;

fn other_error(n: Result<u32, ParseIntError>) => impl Iterator<Item = Result<u32, String>> {
    yield Ok(n?) //~ ERROR `?` couldn't convert the error
}

fn option(n: Option<u32>) => impl Iterator<Item = Result<u32, String>> {
    yield Ok(n?) //~ ERROR the `?` operator can only be used on `Result`s, not `Option`s
}

fn result(n: Result<u32, ParseIntError>) => impl Iterator<Item = Option<u32>> {
    yield Some(n?) //~ ERROR the `?` operator can only be used on `Option`s, not `Result`s
}

fn main() {}
