//@ edition: 2024

// What suspends in an arm or a guard of a `match` is not to be suspended first: whether it comes to that
// is not known before, and what its pattern binds is not there.

#![feature(native_generators)]

use std::generator::{Arg, Future, Generator, Task};

fn in_an_arm(asks: bool) => impl Generator<Arg<u32>, Yield = u32, Return = Vec<u32>> {
    let mut answers = Vec::new();
    answers.push(match asks { //~ ERROR E0626
        true => yield 1,
        false => 0,
    });
    answers
}

fn with_what_is_bound(n: Option<u32>) => impl Generator<Arg<u32>, Yield = u32, Return = Vec<u32>> {
    let mut answers = Vec::new();
    answers.push(match n { //~ ERROR E0626
        Some(n) => yield n,
        None => 0,
    });
    answers
}

fn allowed(n: u32) => impl Future<Task, Return = bool> {
    n > 2
}

fn in_a_guard(n: Option<u32>) => impl Future<Task, Return = u32> {
    match n {
        Some(n) if await allowed(n) && n < 9 => n, //~ ERROR E0626
        _ => 0,
    }
}

fn in_a_guard_of_a_reference(
    text: Option<String>,
) => impl Generator<Arg<bool>, Yield = (), Return = usize> {
    match text {
        Some(ref text) if (yield) => text.len(), //~ ERROR E0626
        _ => 0,
    }
}

fn main() {}
