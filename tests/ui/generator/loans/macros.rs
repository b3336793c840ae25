//@ edition: 2024

// The macros of formatted output lend their arguments; a suspend point among these comes while the
// arguments before it are lent.

#![feature(native_generators)]

use std::fmt::Write;
use std::generator::{Arg, Future, Stream, ready};

fn before_the_awaited(text: String) => impl Future<Return = ()> {
    println!("{} {}", text, await ready(1)); //~ ERROR [E0626]
}

fn asserted(text: String) => impl Future<Return = ()> {
    assert_eq!(text, await ready("a")); //~ ERROR [E0626]
    assert_eq!(text.len(), await ready(1)); //~ ERROR [E0626]
}

fn written(mut text: String) => impl Future<Return = String> {
    write!(text, "{}", await ready(1)).unwrap(); //~ ERROR [E0626]
    text
}

fn arguments_kept(text: String) => impl Stream<Arg<u32>, Yield = (), Return = String> {
    let arguments = format_args!("{text}");
    //~^ ERROR [E0626]
    yield;
    arguments.to_string()
}

/// What is lent is a temporary that holds a reference.
fn of_a_reference(text: &str, out: &mut String) => impl Future<Return = ()> {
    write!(out, "{} {}", text.trim(), await ready("a")).unwrap(); //~ ERROR [E0626]
}

// What follows is accepted.

fn on_its_own(text: String) => impl Future<Return = ()> {
    println!("{}", await ready(1));
    println!("{text}, {}", text.len());
    // What is captured comes after what is passed.
    println!("{text}, {}", await ready(1));
    await ready(());
    assert!(text.is_empty() && await ready(true), "{text}");
    eprintln!("{}", (await ready(text)).len());
}

fn yielded(text: String) => impl Stream<Yield = String, Return = ()> {
    yield format!("{text}");
    yield text.to_string() + &format!("{}", text);
    for at in 0..2 {
        yield format!("{} of {text}", at);
    }
}

fn made_before(text: String) => impl Future<Return = Vec<String>> {
    vec![text.clone(), await ready(text.clone()), format!("{text}")]
}

fn behind_a_reference(text: &str, out: &mut String) => impl Future<Return = ()> {
    write!(out, "{text} {}", await ready("a")).unwrap();
    out.push_str(text.trim());
}

fn main() {}
