//@ edition: 2024

// What cannot be helped at the operand is not helped at the whole form either.

#![feature(native_generators)]

fn of_strings(texts: Vec<String>) => impl Iterator<Item = &'static str> {
    yield.. texts; //~ ERROR mismatched types
}

fn main() {}
