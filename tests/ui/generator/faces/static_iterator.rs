//@ edition: 2024

// An iterator is resumed through `&mut`, so its frame must be movable.

#![feature(native_generators)]
#![allow(dead_code)]

fn pinned() => static impl Iterator<Item = u32> {
    //~^ ERROR a generator with the face `Iterator` cannot be `static`
    yield 1
}

fn main() {}
