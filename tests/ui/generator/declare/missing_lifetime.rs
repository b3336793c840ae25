//@ edition: 2024

// Lifetimes in a face are elided as in a return type, and missed as there.

#![feature(native_generators)]

fn no_argument() => impl Iterator<Item = &u32> { //~ ERROR missing lifetime specifier
    yield &1
}

fn two_arguments(a: &u32, b: &u32) => impl Iterator<Item = &u32> {
    //~^ ERROR missing lifetime specifier
    yield a;
    yield b;
}

struct Line<'a>(&'a str);

fn hidden() => impl Iterator<Item = Line> { //~ ERROR missing lifetime specifier
    yield Line("")
}

fn undeclared() => impl Iterator<Item = &'a str> { //~ ERROR use of undeclared lifetime name `'a`
    yield ""
}

fn main() {}
