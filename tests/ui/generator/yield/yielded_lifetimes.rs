//@ edition: 2024

// What is yielded or returned has to live as long as the face says.

#![feature(native_generators)]

use std::generator::Generator;

fn yielded<'a, 'b>(a: &'a u32, b: &'b u32) => impl Iterator<Item = &'a u32> {
    yield a;
    yield b; //~ ERROR lifetime may not live long enough
}

fn returned<'a, 'b>(a: &'a u32, b: &'b u32) => impl Generator<Yield = &'b u32, Return = &'a u32> {
    yield b;
    b //~ ERROR lifetime may not live long enough
}

fn local<'a>(n: u32) => impl Generator<Yield = u32, Return = &'a u32> {
    yield n;
    &n //~ ERROR cannot return reference to local variable `n`
}

fn main() {}
