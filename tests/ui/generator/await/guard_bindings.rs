//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// A suspend point in the guard of an arm that binds: what is bound is there in the guard, and moved
// into the arm only when the guard holds.

#![feature(native_generators)]

use std::generator::{self, Arg, Future, Generator, State, ready};

fn copied(n: Option<u32>) => impl Future<(), Return = u32> {
    match n {
        Some(0) if await ready(true) => 100,
        Some(n) if await ready(false) => n,
        Some(n) | Some(n) if ready(n).await > 3 => n * 10,
        Some(n) => n,
        None => 0,
    }
}

fn moved(text: Option<String>) => impl Generator<Arg<bool>, Yield = usize, Return = String> {
    match text {
        Some(text) if (yield 1) => text,
        Some(text) if (yield.. generator::from_iter::<Arg<bool>, _>(vec![2])) == () => text + "!",
        other => other.unwrap_or_default(),
    }
}

fn main() {
    assert_eq!(generator::run(copied(Some(0))), 100);
    assert_eq!(generator::run(copied(Some(2))), 2);
    assert_eq!(generator::run(copied(Some(4))), 40);
    assert_eq!(generator::run(copied(None)), 0);
    let mut frame = moved(Some("text".to_string()));
    assert_eq!(frame.start(), State::Yielded(1));
    assert_eq!(frame.send(true), State::Complete("text".to_string()));
    let mut frame = moved(Some("text".to_string()));
    frame.start();
    assert_eq!(frame.send(false), State::Yielded(2));
    assert_eq!(frame.send(false), State::Complete("text!".to_string()));
}
