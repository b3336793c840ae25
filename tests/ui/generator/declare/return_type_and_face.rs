//@ edition: 2024

// `=>` takes the place of `->`: there is no room for both.

#![feature(native_generators)]

fn both() -> u32 => impl Iterator<Item = u32> {
    //~^ ERROR a generator function has a face in place of a return type
    yield 1
}

trait Source {
    fn items(&self) -> Vec<u32> => static impl core::future::Future<Output = u32>;
    //~^ ERROR a generator function has a face in place of a return type
}

fn main() {
    for _ in both() {}
}
