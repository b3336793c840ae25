//@ edition: 2024

// In a movable body no loan of what the frame holds crosses a suspend point of any form; a `static`
// body is offered.

#![feature(native_generators)]

use std::generator::{Arg, Future, Stream, ready};

fn yielding() => impl Stream<Yield = usize, Return = ()> {
    let text = String::new();
    let lent = &text; //~ ERROR [E0626]
    yield lent.len();
    drop(lent.len());
}

fn awaiting() => impl Future<Return = usize> {
    let text = String::new();
    let lent = &text; //~ ERROR [E0626]
    await ready(());
    lent.len()
}

fn awaiting_behind(numbers: Vec<u32>) => impl Future<Return = u32> {
    let lent = numbers.iter(); //~ ERROR [E0626]
    ready(()).await;
    lent.sum()
}

fn awaiting_each() => impl Future<Return = usize> {
    let mut text = String::new();
    let lent = &mut text; //~ ERROR [E0626]
    await for n in 0..3 {
        lent.push_str(&n.to_string());
    }
    text.len()
}

fn of_the_stream(numbers: Vec<u32>) => impl Future<Return = ()> {
    await for n in &numbers { //~ ERROR [E0626]
        assert!(*n < 9);
    }
}

fn delegating(numbers: Vec<u32>) => impl Iterator<Item = u32> {
    yield.. numbers.iter().copied(); //~ ERROR [E0626]
}

fn two_phases() => impl Stream<Arg<u32>, Yield = (), Return = Vec<u32>> {
    let mut all = vec![];
    all.push(yield); //~ ERROR [E0626]
    all
}

fn argument_of_what_is_awaited(text: String) => impl Future<Return = usize> {
    await length(&text) //~ ERROR [E0626]
}

fn length(text: &str) => impl Future<Return = usize> {
    text.len()
}

fn main() {}
