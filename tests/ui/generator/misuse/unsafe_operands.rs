//@ edition: 2024

// The forms are lowered to unsafe calls. What stands in their operands and blocks is no part of
// those: it is as safe as anywhere.

#![feature(native_generators)]

use std::generator::{Arg, Future, Generator, Stream, from_iter, ready};

static mut COUNT: u32 = 0;

unsafe fn number() -> u32 {
    1
}

fn awaits() => impl Future<Arg<u32>, Return = u32> {
    await ready(number()) + ready(number()).await
    //~^ ERROR call to unsafe function `number`
    //~| ERROR call to unsafe function `number`
}

fn awaits_each() => impl Future<Arg<u32>, Return = ()> {
    await for _ in from_iter([number()]) { //~ ERROR call to unsafe function `number`
        COUNT += 1; //~ ERROR use of mutable static is unsafe
    }
}

fn delegates() => impl Stream<Arg<u32>, Yield = u32, Return = ()> {
    yield.. from_iter([number()]); //~ ERROR call to unsafe function `number`
}

fn yields() => impl Stream<Arg<u32>, Yield = u32, Return = u32> {
    yield number(); //~ ERROR call to unsafe function `number`
    *ref executor = Arg::new(number()); //~ ERROR call to unsafe function `number`
    return number(); //~ ERROR call to unsafe function `number`
}

fn closure() {
    let mut frame = (|| => { yield number() })(); //~ ERROR call to unsafe function `number`
    frame.step(&mut ());
}

fn main() {}
