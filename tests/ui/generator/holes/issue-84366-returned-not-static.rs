//@ edition: 2024

// A frame that returns what is not `'static` is not either: what it returns would be held to be, as is
// every associated type of what is `'static`.

#![feature(native_generators)]

use std::any::Any;
use std::generator::{Future, Generator};

/// Nothing is wrong here.
fn erase<G: Generator + 'static>(_: &G, value: G::Return) -> Box<dyn Any> {
    Box::new(value)
}

fn extend<'a>(text: &'a str) -> &'static str {
    let frame = (|| => {
        let nothing: Option<&'a str> = None;
        yield;
        nothing.unwrap()
    })();
    *erase(&frame, text).downcast().unwrap() //~ ERROR borrowed data escapes outside of function
}

fn movable<'a>() => impl Future<Return = &'a str> + 'static {
    //~^ ERROR lifetime may not live long enough
    ""
}

fn in_place<'a>() => static impl Future<Return = Option<&'a str>> + 'static {
    //~^ ERROR lifetime may not live long enough
    None
}

fn polled<'a>() => impl std::future::Future<Output = &'a str> + 'static {
    //~^ ERROR lifetime may not live long enough
    ""
}

fn of_a_parameter<T: Default>() => impl Future<Return = T> + 'static {
    //~^ ERROR the parameter type `T` may not live long enough
    T::default()
}

// What follows is accepted.

/// What is returned is `'static`, whatever else is in scope.
fn not_of_the_lifetime<'a>(text: &'static str) => impl Future<Return = &'static str> + 'static {
    text
}

fn inside_only<'a>(_: &'a str) -> impl Generator<Yield = (), Return = usize> + 'static {
    (|| => {
        let nothing: Option<&'a str> = None;
        yield;
        nothing.map_or(0, str::len)
    })()
}

fn main() {}
