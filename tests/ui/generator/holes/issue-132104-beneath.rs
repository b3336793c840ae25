//@ edition: 2024

// The compiler beneath refuses a coroutine that outlives its resume argument, too.

#![feature(coroutine_trait, coroutines, stmt_expr_attributes)]

use std::ops::Coroutine;
use std::pin::Pin;
use std::thread;

fn kept<'a>() -> impl Coroutine<&'a str, Yield = (), Return = usize> + 'static {
    #[coroutine]
    move |_| { //~ ERROR lifetime may not live long enough
        let kept: &'a str = yield;
        yield;
        kept.len()
    }
}

fn sent_away<'a>(text: &'a str) -> thread::JoinHandle<()> {
    let mut frame = #[coroutine]
    move |_| {
        let kept: &'a str = yield;
        yield;
        drop(kept.len());
    };
    Pin::new(&mut frame).resume(text);
    Pin::new(&mut frame).resume(text);
    thread::spawn(move || { //~ ERROR borrowed data escapes outside of function
        Pin::new(&mut frame).resume("");
    })
}

fn main() {}
