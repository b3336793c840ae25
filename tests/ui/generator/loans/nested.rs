//@ edition: 2024

// A frame inside of another one borrows from its locals as anything else does, whether it is
// awaited, run by hand or a closure of the body.

#![feature(native_generators)]

use std::generator::{Future, Generator, IntoBox, State, Stream, join, ready};

fn letters(text: &str) => impl Iterator<Item = char> {
    for letter in text.chars() {
        yield letter;
    }
}

fn push(all: &mut Vec<char>, letter: char) => impl Future<Return = ()> {
    await ready(());
    all.push(letter);
}

fn in_a_loop(text: String) => impl Iterator<Item = char> {
    for letter in letters(&text) { //~ ERROR [E0626]
        yield letter;
    }
}

fn delegated(text: String) => impl Iterator<Item = char> {
    yield.. letters(&text); //~ ERROR [E0626]
}

fn awaited() => impl Future<Return = usize> {
    let mut all = vec![];
    await push(&mut all, 'a'); //~ ERROR [E0626]
    all.len()
}

/// The box of a frame does not lengthen the life of what it borrows.
fn boxed() => impl Future<Return = usize> {
    let mut all = vec![];
    await push(&mut all, 'a').into_box(); //~ ERROR [E0626]
    all.len()
}

fn by_hand(text: String) => impl Iterator<Item = char> {
    let mut frame = letters(&text); //~ ERROR [E0626]
    while let Some(letter) = frame.next() {
        yield letter;
    }
}

fn resumed_before_only(text: String) => impl Iterator<Item = char> {
    let mut frame = letters(&text); //~ ERROR [E0626]
    let first = frame.next();
    yield first.unwrap_or(' ');
}

fn lent_frame() => impl Iterator<Item = char> {
    let mut frame = letters("text");
    for letter in frame.by_ref().take(2) { //~ ERROR [E0626]
        yield letter;
    }
    yield.. frame;
}

fn lent_by_mut(
    mut inner: impl Stream<Yield = u32, Return = ()> + Unpin,
) => impl Iterator<Item = u32> {
    yield.. inner.by_mut(); //~ ERROR [E0626]
}

fn joined() => impl Future<Return = usize> {
    let (mut first, mut second) = (vec![], vec![]);
    await join((push(&mut first, 'a'), push(&mut second, 'b')));
    //~^ ERROR [E0626]
    //~| ERROR [E0626]
    first.len() + second.len()
}

fn closure_of_the_body(text: String) => impl Iterator<Item = char> {
    let each = || => {
        for letter in text.chars() { //~ ERROR [E0626]
            yield letter;
        }
    };
    yield.. each();
}

// What follows is accepted.

fn through_a_reference(text: &str, all: &mut Vec<char>) => impl Iterator<Item = char> {
    yield.. letters(text.trim());
    for letter in letters(text) {
        yield letter;
    }
    await push(all, 'a');
    let mut frame = letters(&text[1..]);
    yield 'c';
    while let State::Yielded(letter) = frame.step(&mut ()) {
        yield letter;
    }
    yield all[0];
}

fn run_to_its_end(text: String) => impl Iterator<Item = usize> {
    let count = letters(&text).count();
    yield count;
    {
        let mut frame = letters(&text);
        frame.next();
    }
    yield text.len();
}

fn owned_frame(text: String) => impl Iterator<Item = char> {
    let mut frame = owning(text);
    while let Some(letter) = frame.next() {
        yield letter;
    }
    while let State::Yielded(letter) = frame.step(&mut ()) {
        yield letter;
    }
}

fn owning(text: String) => impl Iterator<Item = char> {
    for letter in text.into_bytes() {
        yield letter as char;
    }
}

fn main() {}
