//@ edition: 2024

// `?` on what was awaited: the value must be able to fail, and the `Return` to take its error.

#![feature(native_generators)]

use std::generator::{Future, Stream, ready};

fn result() => impl Future<Return = Result<u32, String>> {
    Ok(1)
}

fn option() => impl Future<Return = Option<u32>> {
    None
}

fn no_result() => impl Future<Return = u32> {
    await result()?
    //~^ ERROR the `?` operator can only be used in a generator that returns `Result` or `Option`
}

fn core_face() => impl core::future::Future<Output = u32> {
    await ready(Some(1))?
    //~^ ERROR the `?` operator can only be used in a generator that returns `Result` or `Option`
}

fn stream() => impl Stream<Yield = u32, Return = ()> {
    yield await option()?;
    //~^ ERROR the `?` operator can only be used in a generator that returns `Result` or `Option`
}

fn option_in_result() => impl Future<Return = Result<u32, String>> {
    Ok(option().await?)
    //~^ ERROR the `?` operator can only be used on `Result`s, not `Option`s, in a generator
}

fn result_in_option() => impl Future<Return = Option<u32>> {
    Some(await result()?)
    //~^ ERROR the `?` operator can only be used on `Option`s, not `Result`s, in a generator
}

fn cannot_fail() => impl Future<Return = Result<u32, String>> {
    Ok(await ready(1)?)
    //~^ ERROR the `?` operator can only be applied to values that implement `Try`
}

fn each() => impl Future<Return = u32> {
    await for _ in [1] {}?;
    //~^ ERROR the `?` operator can only be applied to values that implement `Try`
    //~| ERROR the `?` operator can only be used in a generator that returns `Result` or `Option`
    1
}

fn in_closure() => impl Future<Return = Option<u32>> {
    let closure = |n: Option<u32>| -> u32 { n? };
    //~^ ERROR the `?` operator can only be used in a closure that returns `Result` or `Option`
    Some(closure(await option()))
}

fn main() {}
