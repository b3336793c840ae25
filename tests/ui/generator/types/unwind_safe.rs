//@ run-pass
//@ edition: 2024

// `UnwindSafe` and `RefUnwindSafe` hold for a frame when they hold for what it carries.

#![feature(native_generators)]

use std::generator::*;
use std::panic::{RefUnwindSafe, UnwindSafe, catch_unwind};

fn owned(n: u32) => impl Iterator<Item = u32> {
    for i in 0..n {
        yield i
    }
}

fn shared(text: &str) => impl Generator<Arg<u32>, Yield = usize, Return = u32> {
    yield yield_length(text)
}

fn yield_length(text: &str) -> usize {
    text.len()
}

fn assert_safe<T: UnwindSafe + RefUnwindSafe>(value: T) -> T {
    value
}

fn main() {
    let frame = assert_safe(owned(4));
    assert_eq!(catch_unwind(|| frame.sum::<u32>()).unwrap(), 6);

    let text = String::from("text");
    let mut frame = assert_safe(shared(&text));
    assert_eq!(frame.start(), State::Yielded(4));
}
