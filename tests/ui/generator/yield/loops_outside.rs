//@ edition: 2024

// `break` and `continue` do not leave a generator.

#![feature(native_generators)]
#![allow(dead_code)]

fn function() => impl Iterator<Item = u32> {
    yield 1;
    break; //~ ERROR `break` inside of a generator
}

fn main() {
    for _ in 0..2 {
        let _ = || => {
            yield 1;
            continue; //~ ERROR `continue` inside of a generator
        };
    }
}
