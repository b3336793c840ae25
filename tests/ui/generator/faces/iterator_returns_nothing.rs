//@ edition: 2024

// An iterator yields values. It has none to return.

#![feature(native_generators)]

fn number() => impl Iterator<Item = u32> {
    yield 1;
    2 //~ ERROR mismatched types
}

fn option(n: u32) => impl Iterator<Item = u32> {
    yield n;
    if n > 0 {
        Some(n) //~ ERROR mismatched types
    } else {
        yield n;
        None //~ ERROR mismatched types
    }
}

fn main() {}
