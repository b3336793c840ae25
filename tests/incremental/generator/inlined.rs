//@ revisions: rpass1 rpass2 rpass3
//@ edition: 2024
//@ compile-flags: -Copt-level=3

// What is awaited becomes part of the body that awaits it, which is compiled again when that changes.

#![feature(native_generators)]

use std::generator::{Future, Task, block_on, ready};

fn parsed(text: &str) => impl Future<Task, Return = u32> {
    #[cfg(rpass1)]
    let text = text.trim();
    #[cfg(rpass2)]
    let text = text.trim_matches(|c: char| !c.is_ascii_digit());
    #[cfg(rpass3)]
    let (text, held) = (text.trim(), [2; 100]);
    await ready(());
    #[cfg(rpass3)]
    return text.len() as u32 * held[99];
    #[cfg(not(rpass3))]
    text.parse().unwrap_or(0)
}

fn sum<'a>(texts: &'a [&'a str]) => impl Future<Task, Return = u32> {
    let mut sum = 0;
    for text in texts {
        sum += await parsed(text);
    }
    sum
}

fn main() {
    let sum = block_on(sum(&[" 17 ", "4 bytes", "x25"]));
    let expected = if cfg!(rpass1) { 17 } else if cfg!(rpass2) { 17 + 4 + 25 } else { 4 + 14 + 6 };
    assert_eq!(sum, expected);
}
