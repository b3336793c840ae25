//@ edition: 2024

// What is awaited, returned or left as the tail has to have the type that is wanted there.

#![feature(native_generators)]

use std::generator::{Future, ready};

fn number() => impl Future<Return = u32> {
    1
}

fn condition() => impl Future<Return = ()> {
    let flag: bool = await number(); //~ ERROR mismatched types
    if await number() {} //~ ERROR mismatched types
    while number().await {} //~ ERROR mismatched types
    match await number() {
        "one" => {} //~ ERROR mismatched types
        _ => {}
    }
}

fn operand() => impl Future<Return = String> {
    String::new() + await ready(String::new()) //~ ERROR mismatched types
}

fn semicolon() => impl Future<Return = u32> { //~ ERROR mismatched types
    number().await;
}

fn broken() => impl Future<Return = u32> {
    loop {
        break await ready("text"); //~ ERROR mismatched types
    }
}

fn returned(early: bool) => impl Future<Return = u32> {
    if early {
        return await ready("text"); //~ ERROR mismatched types
    }
    await number()
}

fn no_method() => impl Future<Return = ()> {
    (await number()).trim();
    //~^ ERROR no method named `trim` found for type `u32` in the current scope
    number().await.trim();
    //~^ ERROR no method named `trim` found for type `u32` in the current scope
    await number().trim();
    //~^ ERROR no method named `trim` found for opaque type
}

fn no_field() => impl Future<Return = ()> {
    (await ready((1, 2))).2; //~ ERROR no field `2` on type `({integer}, {integer})`
    await ready((1, 2)).2;
    //~^ ERROR no field `2` on type `std::generator::Ready<({integer}, {integer})>`
}

fn main() {}
