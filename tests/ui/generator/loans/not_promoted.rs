//@ edition: 2024

// A constant expression that is no constant for the compiler is a temporary in the frame.

#![feature(native_generators)]

use std::cell::Cell;

const START: Cell<u32> = Cell::new(1);
const NAME: String = String::new();

fn number() -> u32 {
    1
}

fn call() => impl Iterator<Item = u32> {
    let lent = &number(); //~ ERROR [E0626]
    yield 1;
    yield *lent;
}

fn exclusive() => impl Iterator<Item = u32> {
    let lent = &mut 5; //~ ERROR [E0626]
    yield 1;
    *lent += 1;
    yield *lent;
}

fn interior_mutability() => impl Iterator<Item = u32> {
    let lent = &START; //~ ERROR [E0626]
    yield 1;
    lent.set(lent.get() + 1);
    yield lent.get();
}

fn destructor() => impl Iterator<Item = usize> {
    let lent = &NAME; //~ ERROR [E0626]
    yield 1;
    yield lent.len();
}

fn of_a_variable(n: u32) => impl Iterator<Item = u32> {
    let lent = &(n + 1); //~ ERROR [E0626]
    yield 1;
    yield *lent;
}

fn generic<T: Default>() => impl Iterator<Item = u32> {
    let lent = &T::default(); //~ ERROR [E0626]
    yield 1;
    drop([lent]);
}

fn variable_of_a_constant() => impl Iterator<Item = u32> {
    let five = 5;
    let lent = &five; //~ ERROR [E0626]
    yield 1;
    yield *lent;
}

fn main() {}
