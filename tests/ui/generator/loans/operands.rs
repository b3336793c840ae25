//@ edition: 2024

// What an expression has lent is lent while the rest of it is computed: in calls, method chains,
// operators, struct literals, assignments and indices.

#![feature(native_generators)]

use std::generator::{Arg, Future, Stream, ready};

type Sent = Arg<usize>;

fn both(text: &str, n: usize) -> usize {
    text.len() + n
}

fn call(text: String) => impl Stream<Sent, Yield = (), Return = usize> {
    both(&text, yield) //~ ERROR [E0626]
}

fn exclusive(mut all: Vec<usize>) => impl Stream<Sent, Yield = (), Return = usize> {
    std::mem::replace(&mut all[0], yield) //~ ERROR [E0626]
}

fn method_chain(text: String) => impl Future<Return = usize> {
    text.trim().len() + text.trim_start().find(await ready('a')).unwrap_or(0) //~ ERROR [E0626]
}

fn constructor(text: String) => impl Stream<Sent, Yield = (), Return = usize> {
    let pair = (text.as_str(), yield); //~ ERROR [E0626]
    pair.0.len() + pair.1
}

fn array(text: String) => impl Future<Return = usize> {
    let all = [text.as_str(), await ready("b")]; //~ ERROR [E0626]
    all.len() + all[0].len()
}

struct Named<'a> {
    text: &'a str,
    n: usize,
}

fn struct_literal(text: String) => impl Stream<Sent, Yield = (), Return = usize> {
    let named = Named { text: &text, n: yield }; //~ ERROR [E0626]
    both(named.text, named.n)
}

fn operator(text: String) => impl Stream<Sent, Yield = (), Return = bool> {
    text.as_str() == {
        //~^ ERROR `text` is still borrowed
        yield;
        "a"
    }
}

/// Comparison operators lend their operands themselves, if they are not of a built-in type.
fn comparison(text: String) => impl Future<Return = bool> {
    text == await ready("a") //~ ERROR [E0626]
}

fn index(all: Vec<Vec<usize>>) => impl Stream<Sent, Yield = (), Return = usize> {
    all[0][yield] //~ ERROR [E0626]
}

fn range(all: Vec<usize>) => impl Stream<Sent, Yield = (), Return = usize> {
    all[1..yield].len() //~ ERROR [E0626]
}

fn borrowed_sum(a: Sum, b: usize) => impl Stream<Sent, Yield = (), Return = usize> {
    &a + { yield; b } //~ ERROR [E0626]
}

struct Sum(usize);

impl std::ops::Add<usize> for &Sum {
    type Output = usize;

    fn add(self, n: usize) -> usize {
        self.0 + n
    }
}

fn callee() => impl Stream<Sent, Yield = (), Return = usize> {
    let base = 1;
    let add = |n: usize| n + base; //~ ERROR `base` is still borrowed
    add(yield) //~ ERROR `add` is still borrowed
}

fn awaited_argument(text: String) => impl Future<Return = usize> {
    await ready(both(&text, await ready(1))) //~ ERROR [E0626]
}

// What follows is accepted.

fn in_the_other_order(text: String) => impl Stream<Sent, Yield = (), Return = usize> {
    let n = yield;
    both(&text, n) + flipped(yield, &text)
}

fn flipped(n: usize, text: &str) -> usize {
    both(text, n)
}

fn by_value(text: String, n: Sum) => impl Stream<Sent, Yield = (), Return = usize> {
    (text.len() + yield) * both("literal", yield) + (n.0 + yield) + [1, 2, 3][yield]
}

fn integers(a: usize) => impl Stream<Sent, Yield = (), Return = bool> {
    a == { yield; a } && a < (yield) && a != { yield }
}

fn behind_a_reference(text: &str, all: &[usize]) => impl Stream<Sent, Yield = (), Return = usize> {
    let named = Named { text: text.trim(), n: yield };
    both(text, yield) + both(named.text, named.n) + all[yield] + all[..yield].len()
}

fn captures_nothing() => impl Stream<Sent, Yield = (), Return = usize> {
    (|n: usize| n + 1)(yield)
}

fn main() {}
