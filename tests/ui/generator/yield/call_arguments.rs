//@ run-pass
//@ edition: 2024

// `yield` as an argument of a call: arguments already evaluated wait in the frame.

#![feature(native_generators)]

use std::cell::RefCell;
use std::generator::*;

fn join(a: String, b: &str, c: &u32) -> String {
    format!("{a}{b}{c}")
}

fn note(order: &RefCell<Vec<&'static str>>, what: &'static str) -> String {
    order.borrow_mut().push(what);
    what.to_string()
}

fn around(
    order: &RefCell<Vec<&'static str>>,
) => impl Generator<Arg<&'static str>, Yield = String, Return = String> {
    let c = 3;
    join(note(order, "a"), yield note(order, "b"), &c)
}

fn sums() => impl Generator<Arg<u32>, Yield = &'static str, Return = u32> {
    u32::saturating_add(yield "left", yield "right")
}

fn main() {
    let order = RefCell::default();
    let mut frame = around(&order);
    assert_eq!(frame.start(), State::Yielded("b".to_string()));
    assert_eq!(*order.borrow(), ["a", "b"]);
    assert_eq!(frame.send("-"), State::Complete("a-3".to_string()));

    let mut frame = sums();
    assert_eq!(frame.start(), State::Yielded("left"));
    assert_eq!(frame.send(1), State::Yielded("right"));
    assert_eq!(frame.send(2), State::Complete(3));
}
