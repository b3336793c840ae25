//@ edition: 2024

// Loops around a `yield` are loops: labels must exist, and only `loop` has a value.

#![feature(native_generators)]

fn unknown_label() => impl Iterator<Item = u32> {
    'known: loop {
        yield 1;
        break 'unknown; //~ ERROR use of undeclared label `'unknown`
    }
}

fn break_value() => impl Iterator<Item = u32> {
    for n in 0..3 {
        break (yield n); //~ ERROR `break` with value from a `for` loop
    }
    while (yield 1) == () {
        break 5; //~ ERROR `break` with value from a `while` loop
    }
    let sum: u32 = loop {
        break yield 1; //~ ERROR mismatched types
    };
    yield sum;
}

fn main() {}
