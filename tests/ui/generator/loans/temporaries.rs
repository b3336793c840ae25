//@ edition: 2024

// Loans of temporaries at each form of suspend point: of those that live to the end of the
// statement, and of those that a `let` extends.

#![feature(native_generators)]

use std::generator::{Arg, Future, Stream, ready};

fn length(text: &str, more: u32) -> usize {
    text.len() + more as usize
}

fn text() -> String {
    String::new()
}

fn yielding() => impl Stream<Arg<u32>, Yield = (), Return = usize> {
    length(&text(), yield) //~ ERROR [E0626]
}

fn awaiting() => impl Future<Return = usize> {
    length(&text(), await ready(1)) //~ ERROR [E0626]
}

fn awaiting_behind() => impl Future<Return = usize> {
    length(&text(), ready(1).await) //~ ERROR [E0626]
}

fn awaiting_each() => impl Future<Return = usize> {
    let mut sum = 0;
    length(&text(), { //~ ERROR [E0626]
        await for n in 0..3 {
            sum += n;
        }
        sum
    })
}

fn delegating() => impl Stream<Yield = u32, Return = usize> {
    length(&text(), { //~ ERROR [E0626]
        yield.. 0..3;
        1
    })
}

fn extended() => impl Iterator<Item = usize> {
    let lent = &text(); //~ ERROR [E0626]
    yield 1;
    yield lent.len();
}

fn extended_in_a_tuple() => impl Iterator<Item = usize> {
    let (lent, _) = (&mut text(), 1); //~ ERROR [E0626]
    yield 1;
    lent.push('!');
}

fn extended_out_of_a_block() => impl Iterator<Item = usize> {
    let lent = {
        yield 1;
        &text() //~ ERROR [E0626]
    };
    yield 2;
    yield lent.len();
}

fn extended_by_an_if(other: bool) => impl Iterator<Item = usize> {
    let lent = if other { &text() } else { &String::from("other") };
    //~^ ERROR [E0626]
    //~| ERROR [E0626]
    yield 1;
    yield lent.len();
}

fn extended_array() => impl Iterator<Item = usize> {
    let lent: &[String] = &[text(), text()]; //~ ERROR [E0626]
    for text in lent {
        yield text.len();
    }
}

fn lent_to_what_is_delegated_to() => impl Iterator<Item = char> {
    yield.. text().chars(); //~ ERROR [E0626]
}

fn lent_to_what_is_awaited() => impl Future<Return = usize> {
    await later(&text()) //~ ERROR [E0626]
}

fn lent_to_what_is_awaited_for() => impl Future<Return = ()> {
    await for letter in text().chars() { //~ ERROR [E0626]
        drop(letter);
    }
}

fn later(text: &str) => impl Future<Return = usize> {
    text.len()
}

fn main() {}
