//@ edition: 2024

// A coroutine is not `'static` if what it returns is not.

#![feature(coroutine_trait, coroutines, stmt_expr_attributes)]

use std::any::Any;
use std::ops::Coroutine;

/// Nothing is wrong here.
fn erase<C: Coroutine + 'static>(_: &C, value: C::Return) -> Box<dyn Any> {
    Box::new(value)
}

fn extend<'a>(text: &'a str) -> &'static str {
    let coroutine = #[coroutine]
    || {
        let nothing: Option<&'a str> = None;
        yield;
        nothing.unwrap()
    };
    *erase(&coroutine, text).downcast().unwrap()
    //~^ ERROR borrowed data escapes outside of function
}

/// With `async` blocks too much relies on it.
fn future<'a>() -> impl Future<Output = Option<&'a str>> + 'static {
    async { None }
}

fn main() {}
