//@ edition: 2024
//@ run-pass

// A closure without a `yield` yields `!`, also where it is what it is passed to that asks for a
// generator.

#![feature(native_generators)]

use std::generator::{Generator, State};

fn first<F, G>(make: F) -> State<G::Yield, G::Return>
where
    F: FnOnce() -> G,
    G: Generator + Unpin,
{
    make().step(&mut ())
}

fn main() {
    let State::Complete(five) = first(|| => { 5 });
    assert_eq!(five, 5);
    assert_eq!(first(|| => { yield 'a'; 5 }), State::Yielded('a'));
}
