//@ run-rustfix
//@ edition: 2024

// The type of a function pointer has no face, since a pointer to a generator function is a pointer
// to a function that returns a frame.

#![feature(native_generators)]

type Pointer = fn(u32) => u32; //~ ERROR return types are denoted using `->`

fn apply(pointer: unsafe fn(u32, u32) => u32, n: u32) -> u32 {
    //~^ ERROR return types are denoted using `->`
    unsafe { pointer(n, n) }
}

fn twice(n: u32) => impl Iterator<Item = u32> {
    yield n;
    yield n;
}

fn sum(pointer: fn(u32) -> Frame, n: u32) -> u32 {
    pointer(n).sum()
}

type Frame = Box<dyn Iterator<Item = u32>>;

fn main() {
    let pointer: Pointer = |n| n + 1;
    assert_eq!(apply(|a, b| a * b, pointer(1)), 4);
    assert_eq!(sum(|n| Box::new(twice(n)), 3), 6);
}
