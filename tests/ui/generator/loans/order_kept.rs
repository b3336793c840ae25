//@ edition: 2024

// No suggestion to suspend first where that would change what happens, or when: something is evaluated
// before the suspend point, or it may not be reached. Names that are suggested are new.

#![feature(native_generators)]

use std::cell::Cell;
use std::generator::{Arg, Future, Stream, ready};

fn may_not_be_reached(a: bool, mut all: Vec<()>) => impl Iterator<Item = u32> {
    let _ = a && all.push(yield 1) == (); //~ ERROR [E0626]
}

fn value_before_place(mut all: Vec<u32>) => impl Stream<Arg<usize>, Yield = u32, Return = u32> {
    all[yield 1] = { yield 2; 3 }; //~ ERROR [E0626]
    all[0]
}

fn read_before(cell: Cell<u32>) => impl Future<Return = ()> {
    cell.set(cell.get() + await ready(1)); //~ ERROR [E0626]
}

fn called_before(mut all: Vec<usize>) => impl Stream<Arg<usize>, Yield = u32, Return = usize> {
    all.insert(next(), yield 1); //~ ERROR [E0626]
    all.len()
}

fn next() -> usize {
    0
}

fn names(value: usize) => impl Stream<Arg<usize>, Yield = u32, Return = Vec<usize>> {
    let mut all = vec![1, 2, 3];
    all.insert(value, yield 1); //~ ERROR [E0626]
    all
}

fn names_in_loops(numbers: Vec<usize>, index: usize) => impl Iterator<Item = usize> {
    for n in &numbers { //~ ERROR [E0626]
        yield *n + index;
    }
}

fn main() {}
