//@ edition: 2024

// Of a frame is known what its face says.

#![feature(native_generators)]

fn count() => impl Iterator<Item = u32> {
    yield 1;
}

fn main() {
    println!("{}", count()); //~ ERROR doesn't implement `std::fmt::Display`
    let _ = count() == count(); //~ ERROR binary operation `==` cannot be applied to type
    let _ = count()(); //~ ERROR expected function, found `impl Iterator<Item = u32>`
    let _ = count()[0]; //~ ERROR cannot index into a value of type `impl Iterator<Item = u32>`
}
