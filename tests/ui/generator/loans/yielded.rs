//@ edition: 2024

// What a frame yields may not borrow from it, in a movable body or in a `static` one; and what was
// yielded exclusively is the receiver's.

#![feature(native_generators)]

use std::generator::{Future, Stream, ready};

fn of_an_argument<'a>(text: String) => impl Iterator<Item = &'a str> {
    yield text.as_str(); //~ ERROR [E0515]
}

fn in_place<'a>(text: String) => static impl Stream<Yield = &'a str, Return = ()> {
    yield text.as_str(); //~ ERROR [E0515]
}

fn of_a_local() {
    let _ = || => {
        let text = String::new();
        yield &text; //~ ERROR [E0515]
    };
}

fn of_a_temporary<'a>() => static impl Stream<Yield = &'a String, Return = ()> {
    yield &String::new(); //~ ERROR [E0515]
}

fn returned<'a>(text: String) => static impl Future<Return = &'a str> {
    await ready(());
    &text //~ ERROR [E0515]
}

fn twice<'a>(text: &'a mut String) => impl Iterator<Item = &'a mut String> {
    yield text;
    yield text; //~ ERROR [E0499]
}

fn used_after<'a>(text: &'a mut String) => impl Iterator<Item = &'a mut String> {
    yield &mut *text;
    text.push('a'); //~ ERROR [E0499]
}

fn elements_by_index<'a>(all: &'a mut [String]) => impl Iterator<Item = &'a mut String> {
    for at in 0..all.len() {
        yield &mut all[at]; //~ ERROR [E0499]
    }
}

// What follows is accepted.

fn elements<'a>(all: &'a mut [String]) => impl Iterator<Item = &'a mut String> {
    for text in all {
        yield text;
    }
}

fn shared<'a>(text: &'a String) => impl Iterator<Item = &'a str> {
    yield text;
    yield text.trim();
    yield &text[1..];
}

fn leaked() => impl Iterator<Item = &'static mut String> {
    loop {
        yield Box::leak(Box::new(String::new()));
    }
}

fn main() {}
