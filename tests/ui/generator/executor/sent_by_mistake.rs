//@ edition: 2024

// A frame whose executor another use has decided is sent nothing.

#![feature(native_generators)]

use std::generator::{Generator, Stream};

fn stream() => impl Stream<Yield = u32, Return = ()> {
    yield 1;
}

fn main() {
    let mut frame = (|| => { yield 1; })();
    frame.step(&mut ());
    frame.send(1); //~ ERROR is not a generator for the executor `Arg<_>`
    frame.start::<u32>(); //~ ERROR is not a generator for the executor `Arg<u32>`
    stream().send("text"); //~ ERROR is not a generator for the executor `Arg<_>`
}
