//@ edition: 2024

// With the face `Generator`, `?` returns, and what it returns has to fit.

#![feature(native_generators)]

use std::generator::Generator;
use std::num::ParseIntError;

fn unit(n: Option<u32>) => impl Generator<Yield = u32, Return = ()> {
    yield n?; //~ ERROR the `?` operator can only be used in a generator that returns `Result`
}

fn result(n: Option<u32>) => impl Generator<Yield = u32, Return = Result<(), String>> {
    yield n?; //~ ERROR the `?` operator can only be used on `Result`s, not `Option`s, in a gen
    Ok(())
}

fn error(n: Result<u32, ParseIntError>) => impl Generator<Yield = u32, Return = Result<(), u32>> {
    yield n?; //~ ERROR `?` couldn't convert the error to `u32`
    Ok(())
}

fn main() {
    let _ = |n: Option<u32>| => {
        yield n?; //~ ERROR the `?` operator can only be used in a generator that returns `Result`
    };
}
