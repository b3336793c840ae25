//@ edition: 2024

// What cannot be awaited is said once, at the operand: nothing follows from it.

#![feature(native_generators)]

use std::generator::{Future, Stream};

fn number() => impl Future<Return = u32> {
    1
}

fn stream() => impl Stream<Yield = u32, Return = ()> {
    yield 1;
}

fn not_called() => impl Future<Return = u32> {
    await number //~ ERROR cannot be awaited
}

fn closure() => impl Future<Return = u32> {
    let make = || => { await number() };
    await make //~ ERROR cannot be awaited
}

fn reference() => impl Future<Return = u32> {
    let frame = number();
    await &frame //~ ERROR cannot be awaited
}

fn mutable_reference() => impl Future<Return = u32> {
    let mut frame = number();
    await &mut frame //~ ERROR cannot be awaited
}

fn boxed() => impl Future<Return = u32> {
    await Box::new(number()) //~ ERROR cannot be awaited
}

fn pinned() => impl Future<Return = u32> {
    Box::pin(number()).await //~ ERROR cannot be awaited
}

fn optional() => impl Future<Return = u32> {
    Some(number()).await //~ ERROR cannot be awaited
}

fn tuple() => impl Future<Return = (u32, u32)> {
    await (number(), number()) //~ ERROR cannot be awaited
}

fn yields() => impl Future<Return = ()> {
    await stream(); //~ ERROR cannot be awaited
    stream().await; //~ ERROR cannot be awaited
    await [1, 2].iter(); //~ ERROR cannot be awaited
    await (1..2); //~ ERROR cannot be awaited
}

fn plain() => impl Future<Return = u32> {
    let n: u32 = await 5; //~ ERROR cannot be awaited
    await "text" + n //~ ERROR cannot be awaited
}

fn parameter<T>(value: T) => impl Future<Return = ()> {
    await value; //~ ERROR cannot be awaited
    //~^ ERROR cannot be awaited
}

fn main() {}
