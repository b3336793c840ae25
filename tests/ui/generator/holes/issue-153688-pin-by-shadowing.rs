//@ edition: 2024

// Other crates pin a variable by hiding it behind its own pin: nobody can name it, so nobody can move it.
// A movable body would, and is refused as with `pin!`.

#![feature(native_generators)]

use std::generator::{Future, Stream, ready};
use std::marker::PhantomPinned;
use std::pin::Pin;

macro_rules! pin_here {
    ($variable:ident) => {
        let mut $variable = $variable;
        // The variable cannot be named from here on.
        let $variable = unsafe { Pin::new_unchecked(&mut $variable) };
    };
}

struct Rooted(PhantomPinned);

impl Rooted {
    fn root(self: Pin<&mut Self>) -> u32 {
        1
    }
}

impl Drop for Rooted {
    fn drop(&mut self) {}
}

fn movable(value: Rooted) => impl Iterator<Item = u32> {
    pin_here!(value); //~ ERROR [E0626]
    let n = value.root();
    yield n;
}

fn awaits(value: Rooted) => impl Future<Return = u32> {
    pin_here!(value); //~ ERROR [E0626]
    let n = value.root();
    await ready(n)
}

// What follows is accepted: the scope ends before, the body does not move, or the value may.

fn ended_before(value: Rooted) => impl Iterator<Item = u32> {
    let n = {
        pin_here!(value);
        value.root()
    };
    yield n;
}

fn in_place(value: Rooted) => static impl Stream<Yield = u32, Return = ()> {
    pin_here!(value);
    let n = value.root();
    yield n;
}

fn may_move(value: String) => impl Iterator<Item = usize> {
    pin_here!(value);
    let n = value.len();
    yield n;
}

fn main() {}
