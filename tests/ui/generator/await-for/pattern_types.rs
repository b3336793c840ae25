//@ edition: 2024

// The pattern is checked against what the stream yields, and the block knows the type.

#![feature(native_generators)]

use std::generator::{Future, Stream};

struct Point {
    x: u32,
    y: u32,
}

fn numbers() => impl Stream<Yield = u32, Return = ()> {
    yield 1;
}

fn points() => impl Stream<Yield = Point, Return = ()> {
    yield Point { x: 1, y: 2 };
}

fn mismatched() => impl Future<Return = ()> {
    await for (a, b) in numbers() {} //~ ERROR mismatched types
    await for "text" in numbers() {} //~ ERROR mismatched types
    await for Some(n) in numbers() {} //~ ERROR mismatched types
    await for &n in numbers() {} //~ ERROR mismatched types
    await for [first, ..] in numbers() {} //~ ERROR expected an array or slice, found `u32`
    await for Point { x, y } in numbers() {} //~ ERROR mismatched types
}

fn fields() => impl Future<Return = ()> {
    await for Point { x, z } in points() {} //~ ERROR struct `Point` does not have a field named `z`
    await for Point { x } in points() {} //~ ERROR pattern does not mention field `y`
    await for Missing { x } in points() {}
    //~^ ERROR cannot find struct, variant or union type `Missing` in this scope
}

fn not_irrefutable() => impl Future<Return = ()> {
    await for 0 in numbers() {} //~ ERROR refutable pattern in `await for` binding
    await for Point { x: 1..=5, .. } in points() {}
    //~^ ERROR refutable pattern in `await for` binding
    await for Ok(n) in vec![Err::<u32, u32>(1)] {}
    //~^ ERROR refutable pattern in `await for` binding
}

fn block() => impl Future<Return = ()> {
    await for n in numbers() {
        n.trim(); //~ ERROR no method named `trim` found for type `u32` in the current scope
        let text: &str = n; //~ ERROR mismatched types
        n.x = 1; //~ ERROR `u32` is a primitive type and therefore doesn't have fields
    }
    await for point in points() {
        point.z; //~ ERROR no field `z` on type `Point`
        point.x = 5;
    }
}

fn main() {}
