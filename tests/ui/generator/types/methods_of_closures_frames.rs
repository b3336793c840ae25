//@ edition: 2024

// What a generator closure returns is a generator, also where it has no such method.

#![feature(native_generators)]

fn main() {
    let numbers = || => { yield 1; };
    let mut frame = numbers();
    frame.next(); //~ ERROR no method named `next` found for generator
    frame.missing(); //~ ERROR no method named `missing` found for generator
}
