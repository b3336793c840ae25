//@ check-pass
//@ edition: 2024

// A guard may lend its bindings as long as that is over when it suspends.

#![feature(native_generators)]
#![allow(dead_code)]

use std::generator::{Arg, Future, Stream, ready};

type Sent = Arg<bool>;

fn by_a_method(text: Option<String>) => impl Future<Return = usize> {
    match text {
        Some(text) if await ready(text.len() > 2) => text.len(),
        _ => 0,
    }
}

fn by_an_operator(text: Option<String>) => impl Stream<Sent, Yield = (), Return = usize> {
    match text {
        Some(text) if text == "a" && (yield) => text.len(),
        Some(text) if { let empty = (&text).is_empty(); (yield) && empty } => 1,
        _ => 0,
    }
}

fn behind_a_reference(text: &mut Option<String>) => impl Stream<Sent, Yield = (), Return = usize> {
    match text {
        Some(text) if !text.is_empty() && (yield) => {
            text.push('a');
            text.len()
        }
        Some(text) if yield => text.len(),
        _ => 0,
    }
}

fn main() {}
