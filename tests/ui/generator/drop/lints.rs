//@ edition: 2024

// The lints about drops that do nothing, or more than one sees, know frames and generator bodies.

#![feature(native_generators)]
#![deny(dropping_copy_types, dropping_references, let_underscore_drop)]

fn length(text: String) => impl Iterator<Item = usize> {
    let length = text.len();
    yield length;
    drop(length); //~ ERROR calls to `std::mem::drop` with a value that implements `Copy`
    let _ = text.clone(); //~ ERROR non-binding let on a type that has a destructor
}

fn main() {
    let _ = length(String::new()); //~ ERROR non-binding let on a type that has a destructor
    let frame = length(String::new());
    drop(&frame); //~ ERROR calls to `std::mem::drop` with a reference
}
