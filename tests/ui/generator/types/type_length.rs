//@ build-fail
//@ edition: 2024
//@ compile-flags: -Zenforce-type-length-limit

// The type of a frame that holds frames is as long as all of them.

#![feature(native_generators)]
#![type_length_limit = "40"]

fn twice<I: Iterator<Item = u32>>(inner: I) => impl Iterator<Item = u32> {
    for item in inner {
        yield item;
        yield item;
    }
}

fn main() {
    for _ in twice(twice(twice(twice(twice(twice(0..3)))))) {} //~ ERROR the type-length limit
}
