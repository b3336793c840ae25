//@ edition: 2024

// A loan lives as long as something with it may be used: by liveness, not by scope.

#![feature(native_generators)]

use std::generator::{Future, ready};

fn used_on_one_way(numbers: Vec<u32>, again: bool) => impl Iterator<Item = u32> {
    let lent = &numbers; //~ ERROR [E0626]
    yield 1;
    if again {
        yield lent[0];
    }
}

fn used_in_the_next_round(numbers: Vec<u32>) => impl Iterator<Item = u32> {
    let lent = &numbers; //~ ERROR [E0626]
    loop {
        let n = lent[0];
        yield n;
    }
}

fn used_by_another(text: String) => impl Iterator<Item = usize> {
    let lent = &text; //~ ERROR [E0626]
    let other = lent.trim();
    yield lent.len();
    yield other.len();
}

fn held_by_a_value(text: String) => impl Iterator<Item = usize> {
    let mut words: Vec<&str> = Vec::new();
    words.push(&text); //~ ERROR [E0626]
    yield 1;
    yield words.len();
}

struct Held<'a> {
    text: &'a str,
}

fn held_by_a_field(text: String) => impl Iterator<Item = usize> {
    let mut held = Held { text: "" };
    held.text = &text; //~ ERROR [E0626]
    yield 1;
    yield held.text.len();
}

fn assigned_later(text: String) => impl Iterator<Item = usize> {
    let lent;
    yield 1;
    lent = &text; //~ ERROR [E0626]
    yield 2;
    yield lent.len();
}

fn one_of_two(first: String, second: String, other: bool) => impl Iterator<Item = usize> {
    let lent = if other { &first } else { &second };
    //~^ ERROR [E0626]
    //~| ERROR [E0626]
    yield 1;
    yield lent.len();
}

fn through_a_call(first: String) => impl Iterator<Item = usize> {
    let lent = longest(&first, "other"); //~ ERROR [E0626]
    yield 1;
    yield lent.len();
}

fn longest<'a>(first: &'a str, second: &'a str) -> &'a str {
    if first.len() > second.len() { first } else { second }
}

/// The signature says that the result borrows, whatever the function does.
fn through_a_signature(number: u32) => impl Future<Return = u32> {
    let lent = nothing_of(&number); //~ ERROR [E0626]
    await ready(());
    *lent
}

fn nothing_of<'a>(_: &'a u32) -> &'a u32 {
    &3
}

fn conditional(mut numbers: Vec<u32>) => impl Iterator<Item = u32> {
    let first = match numbers.first_mut() { //~ ERROR [E0626]
        Some(first) => first,
        None => return,
    };
    yield 1;
    *first += 1;
}

fn overwritten_on_one_way(text: String, mut again: bool) => impl Iterator<Item = usize> {
    let mut lent = "static";
    loop {
        yield lent.len();
        if again {
            lent = &text; //~ ERROR [E0626]
        }
        yield lent.len();
        again = !again;
    }
}

fn overwritten_after_each(text: String) => impl Iterator<Item = usize> {
    let mut lent = "static";
    loop {
        yield lent.len();
        lent = &text;
    }
}

/// Only the first of the two suspend points is refused: there is one error.
fn between(text: String) => impl Iterator<Item = usize> {
    let lent = &text; //~ ERROR [E0626]
    yield 1;
    yield lent.len();
    yield 2;
}

/// Never used again, on any way.
fn not_kept(text: String, again: bool) => impl Iterator<Item = usize> {
    let lent = &text;
    let held = Held { text: &text };
    let words: Vec<&str> = if again { vec![] } else { return };
    drop((held.text.len(), lent.len()));
    yield 1;
    drop(words);
    yield 2;
}

fn main() {}
