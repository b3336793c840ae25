//@ edition: 2024

// `yield` is an expression, with the type of what is resumed with.

#![feature(native_generators)]

fn operands(n: u32) => impl Iterator<Item = u32> {
    if (yield n) {} //~ ERROR mismatched types
    let _ = !(yield n); //~ ERROR cannot apply unary operator `!` to type `()`
    let [_] = yield n; //~ ERROR expected an array or slice, found `()`
    for _ in (yield n) {} //~ ERROR `()` is not an iterator
}

fn main() {}
