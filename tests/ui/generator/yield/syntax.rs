//@ edition: 2024

// After `yield` stands an expression, or nothing.

#![feature(native_generators)]

fn statements() => impl Iterator<Item = u32> {
    yield let n = 1; //~ ERROR expected expression, found `let` statement
    let yield = 1; //~ ERROR expected identifier, found reserved keyword `yield`
    yield 1
    yield 2 //~^ ERROR expected `;`, found reserved keyword `yield`
}

fn main() {}
