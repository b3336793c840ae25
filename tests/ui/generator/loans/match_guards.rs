//@ edition: 2024

// A guard that suspends: what it sees of the bindings is not kept by itself, what it lends is, and
// so is what the patterns of its arm and of those after it lend.

#![feature(native_generators)]

use std::generator::{Arg, Future, Stream, ready};

type Sent = Arg<bool>;
type Asked = Option<String>;

fn binding_by_ref(text: Asked) => impl Stream<Sent, Yield = (), Return = usize> {
    match text {
        Some(ref text) if yield => text.len(), //~ ERROR [E0626]
        _ => 0,
    }
}

fn binding_of_a_loan(text: Asked) => impl Future<Return = usize> {
    match &text { //~ ERROR [E0626]
        Some(text) if await ready(true) => text.len(),
        _ => 0,
    }
}

fn of_the_next_arm(text: Asked) => impl Stream<Sent, Yield = (), Return = usize> {
    match text.as_deref() { //~ ERROR [E0626]
        Some("a") if yield => 1,
        Some(text) => text.len(),
        None => 0,
    }
}

fn in_a_loop(n: Option<u32>) => impl Stream<Sent, Yield = (), Return = u32> {
    match n {
        Some(n) if loop { //~ ERROR [E0626]
            if n > 3 {
                break true;
            }
            yield;
        } => n,
        _ => 0,
    }
}

fn lent_in_the_guard(text: Asked) => impl Stream<Sent, Yield = (), Return = usize> {
    match text {
        Some(text) if { let lent = text.as_str(); (yield) && lent.len() > 1 } => text.len(),
        //~^ ERROR [E0626]
        _ => 0,
    }
}

fn temporary_in_the_guard(n: u32) => impl Stream<Sent, Yield = (), Return = u32> {
    match n {
        n if add(&String::from("a"), yield) => n, //~ ERROR [E0626]
        _ => 0,
    }
}

fn add(text: &str, and: bool) -> bool {
    text.len() > 1 && and
}

fn guard_with_let(text: Asked, n: u32) => impl Stream<Sent, Yield = (), Return = usize> {
    match n {
        1 if let Some(text) = &text && (yield) => text.len(), //~ ERROR [E0626]
        _ => 0,
    }
}

fn behind_a_reference(pair: &(String, u8)) => impl Iterator<Item = usize> {
    match pair {
        (text, n) if { yield text.len(); *n == 1 } => yield *n as usize, //~ ERROR [E0626]
        _ => {}
    }
}

// What follows is accepted.

fn by_value(text: Asked) => impl Stream<Sent, Yield = (), Return = usize> {
    match text {
        Some(text) if yield => text.len(),
        Some(text) => text.len() + 3,
        None if yield => 5,
        None => 6,
    }
}

fn behind_a_reference_before(pair: &(String, u8)) => impl Iterator<Item = usize> {
    match pair {
        (text, n) if { let one = *n == 1; yield text.len(); one } => yield *n as usize,
        _ => {}
    }
}

fn temporary_that_is_gone(n: u32) => impl Stream<Sent, Yield = (), Return = u32> {
    match n {
        n if add(&String::from("a"), true) && (yield) => n,
        _ => 0,
    }
}

fn after_the_suspend_point(text: Asked) => impl Stream<Sent, Yield = (), Return = usize> {
    match text {
        None if yield => 1,
        Some(ref text) if text.len() == 1 => 2,
        Some(text) if text.trim() == "a" => 3,
        _ if yield => 4,
        _ => 5,
    }
}

fn main() {}
