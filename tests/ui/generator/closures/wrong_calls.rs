//@ edition: 2024

// The arguments of a generator closure are checked where it is called.

#![feature(native_generators)]

fn main() {
    let sum = |a: u32, b: u32| => { yield a + b };
    let _ = sum(1); //~ ERROR this function takes 2 arguments but 1 argument was supplied
    let _ = sum(1, "2"); //~ ERROR mismatched types

    let none = || => { yield 1 };
    let _ = none(1); //~ ERROR this function takes 0 arguments but 1 argument was supplied
    for _ in none {} //~ ERROR is not an iterator
}
