//@ edition: 2024

// The first resumption decides what executor a frame is resumed with.

#![feature(native_generators)]

use std::generator::{Arg, Generator};

fn main() {
    let closure = || => { yield 1; };
    let mut frame = closure();
    frame.step(&mut ());
    frame.step(&mut Arg::new("text")); //~ ERROR mismatched types

    let closure = || => { yield 1; };
    let mut frame = closure();
    frame.step(&mut Arg::new(1));
    frame.step(&mut Arg::new(true)); //~ ERROR mismatched types
    frame.step(&mut ()); //~ ERROR mismatched types
}
