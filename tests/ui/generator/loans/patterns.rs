//@ edition: 2024

// Bindings by reference are loans of what they match, in every place that a pattern may stand in.

#![feature(native_generators)]

use std::generator::{Future, ready};

type Pair = (String, Option<String>);

fn by_ref(pair: Pair) => impl Iterator<Item = usize> {
    let (ref first, _) = pair; //~ ERROR [E0626]
    yield 1;
    yield first.len();
}

fn by_ref_mut(mut pair: Pair) => impl Iterator<Item = usize> {
    let (ref mut first, _) = pair; //~ ERROR [E0626]
    yield 1;
    first.push('a');
    yield pair.0.len();
}

fn by_default_binding(pair: Pair) => impl Iterator<Item = usize> {
    let (first, _) = &pair; //~ ERROR [E0626]
    yield 1;
    yield first.len();
}

fn if_let(mut pair: Pair) => impl Iterator<Item = usize> {
    if let Some(second) = &mut pair.1 { //~ ERROR [E0626]
        yield 1;
        second.push('a');
    }
}

fn if_let_method(pair: Pair) => impl Iterator<Item = usize> {
    if let Some(second) = pair.1.as_deref() { //~ ERROR [E0626]
        yield 1;
        yield second.len();
    }
}

fn let_else(pair: Pair) => impl Iterator<Item = usize> {
    let Some(ref second) = pair.1 else { return }; //~ ERROR [E0626]
    yield 1;
    yield second.len();
}

fn let_chain(pair: Pair) => impl Iterator<Item = usize> {
    if let (first, Some(second)) = &pair //~ ERROR [E0626]
        && first.len() < second.len()
    {
        yield 1;
        yield second.len();
    }
}

fn while_let(mut all: Vec<u32>) => impl Iterator<Item = u32> {
    while let Some(last) = all.last_mut() { //~ ERROR [E0626]
        yield *last;
        *last += 1;
    }
}

fn match_arm(pair: Pair) => impl Iterator<Item = usize> {
    match pair {
        (ref first, None) => { //~ ERROR [E0626]
            yield 1;
            yield first.len();
        }
        (_, Some(second)) => yield second.len(),
    }
}

fn slice(all: [String; 3]) => impl Iterator<Item = usize> {
    let [first, .., last] = &all; //~ ERROR [E0626]
    yield first.len();
    yield last.len();
}

fn rest_of_a_slice(all: [String; 3]) => impl Iterator<Item = usize> {
    let [_, ref rest @ ..] = all; //~ ERROR [E0626]
    yield 1;
    yield rest.len();
}

fn bound_as_a_whole(pair: Pair) => impl Iterator<Item = usize> {
    match pair.1 {
        ref whole @ Some(_) => { //~ ERROR [E0626]
            yield 1;
            yield whole.iter().count();
        }
        None => {}
    }
}

fn alternatives(one: Result<String, String>) => impl Iterator<Item = usize> {
    let (Ok(ref text) | Err(ref text)) = one;
    //~^ ERROR [E0626]
    //~| ERROR [E0626]
    yield 1;
    yield text.len();
}

fn argument(&(ref first, _): &Pair, (ref second, _): Pair) => impl Iterator<Item = usize> {
    //~^ ERROR [E0626]
    yield first.len();
    yield second.len();
}

fn of_the_loop(all: Vec<Pair>) => impl Future<Return = usize> {
    let mut sum = 0;
    for (ref first, _) in all { //~ ERROR [E0626]
        await ready(());
        sum += first.len();
    }
    sum
}

fn of_the_stream(all: Vec<Pair>) => impl Iterator<Item = usize> {
    await for (ref first, _) in all { //~ ERROR [E0626]
        yield 1;
        yield first.len();
    }
}

// What follows is accepted: a binding copies or moves, is not used again, or lies behind a
// reference.

fn by_value(pair: Pair, numbers: [u32; 2]) => impl Iterator<Item = usize> {
    let [one, ref two] = numbers;
    let sum = one + *two;
    yield sum as usize;
    let (first, second @ Some(_)) = pair else { return };
    yield first.len();
    yield second.iter().count();
}

fn ended(mut pair: Pair) => impl Iterator<Item = usize> {
    if let Some(ref mut second) = pair.1 {
        second.push('a');
        yield 1;
    }
    while let Some(second) = &pair.1 {
        let length = second.len();
        yield length;
        pair.1 = None;
    }
}

fn behind_a_reference(pair: &mut Pair) => impl Iterator<Item = usize> {
    let (first, second) = pair;
    yield first.len();
    while let Some(ref mut text) = *second {
        yield text.len();
        text.push('a');
        if text.len() > 3 {
            *second = None;
        }
    }
    match pair {
        (first, None) if !first.is_empty() => {
            yield first.len();
            first.clear();
        }
        (_, whole) => {
            yield 1;
            yield whole.iter().count();
        }
    }
}

fn main() {}
