//@ edition: 2024

// A borrow that the compiler takes in two phases is a loan from the first on: the receiver is lent
// before the arguments are computed.

#![feature(native_generators)]

use std::generator::{Arg, Future, Stream, ready};

type Sent = Arg<usize>;

fn pushed() => impl Stream<Sent, Yield = (), Return = Vec<usize>> {
    let mut all = vec![];
    all.push(yield); //~ ERROR [E0626]
    all
}

fn pushed_after_a_block(other: Vec<usize>) => impl Stream<Sent, Yield = (), Return = Vec<usize>> {
    let mut all = vec![];
    all.push({ //~ ERROR [E0626]
        yield;
        other.len()
    });
    all
}

fn pushed_its_own_length() => impl Stream<Sent, Yield = usize, Return = Vec<usize>> {
    let mut all = vec![];
    all.push(yield all.len()); //~ ERROR [E0626]
    all.push(all.len());
    all
}

fn inserted() => impl Future<Return = Vec<usize>> {
    let mut all = vec![];
    all.insert(0, await ready(1)); //~ ERROR [E0626]
    all
}

fn in_a_field(mut pair: (u32, Vec<usize>)) => impl Future<Return = Vec<usize>> {
    pair.1.push(await ready(1)); //~ ERROR [E0626]
    pair.1
}

fn element(mut all: Vec<usize>) => impl Stream<Sent, Yield = (), Return = Vec<usize>> {
    all[yield] += 1; //~ ERROR [E0626]
    all[yield] = 1; //~ ERROR [E0626]
    all
}

struct Sum(usize);

impl std::ops::AddAssign<usize> for Sum {
    fn add_assign(&mut self, n: usize) {
        self.0 += n;
    }
}

/// Where the operator is a call, so is the left side lent before the right side is computed.
fn overloaded(mut sum: Sum) => impl Stream<Sent, Yield = (), Return = usize> {
    sum += yield; //~ ERROR [E0626]
    sum.0
}

fn written(mut text: String) => impl Future<Return = String> {
    text += await ready("a"); //~ ERROR [E0626]
    text
}

fn overloaded_element(mut sums: Vec<Sum>) => impl Stream<Sent, Yield = (), Return = ()> {
    sums[0] += yield; //~ ERROR [E0626]
}

fn map_or_insert(mut all: Option<usize>) => impl Stream<Sent, Yield = (), Return = ()> {
    *all.get_or_insert(yield) += 1; //~ ERROR [E0626]
}

fn of_a_temporary() => impl Stream<Sent, Yield = (), Return = ()> {
    Vec::new().push(yield); //~ ERROR [E0626]
}

// What follows is accepted: nothing is lent yet, the receiver lies behind a reference or is
// moved, or the value is hoisted.

fn behind_a_reference(all: &mut Vec<usize>) => impl Stream<Sent, Yield = usize, Return = ()> {
    all.push(yield 1);
    all[0] += yield all[0];
    let other = &mut *all;
    other.push(yield other.len());
}

/// What is assigned, or added to a number, is computed before the place is lent.
fn right_side_first(mut all: Vec<usize>) => impl Stream<Sent, Yield = (), Return = Vec<usize>> {
    all[0] += yield;
    all[1] = yield;
    all
}

/// The index operator of an array is no call, and lends nothing.
fn of_an_array(mut all: [usize; 3]) => impl Stream<Sent, Yield = (), Return = [usize; 3]> {
    all[yield] += yield;
    all[yield] = yield;
    all
}

fn moved(all: Vec<usize>, f: fn(Vec<usize>, usize)) => impl Stream<Sent, Yield = (), Return = ()> {
    f(all, yield);
}

fn hoisted() => impl Stream<Sent, Yield = usize, Return = Vec<usize>> {
    let mut all = vec![];
    loop {
        let n = yield all.len();
        if n == 0 {
            return all;
        }
        all.push(n);
    }
}

fn main() {}
