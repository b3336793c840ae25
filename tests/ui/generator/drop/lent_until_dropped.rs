//@ edition: 2024

// Dropping a suspended frame may run destructors, so a loan in it lasts until then.

#![feature(native_generators)]

use std::generator::Generator;

fn counts(n: &mut u32) => impl Generator<Yield = u32, Return = ()> {
    yield *n;
    *n += 1;
}

fn main() {
    let mut n = 0;
    let _frame = counts(&mut n);
    n += 1; //~ ERROR cannot use `n` because it was mutably borrowed

    let mut n = 0;
    let frame = counts(&mut n);
    drop(frame);
    n += 1;

    let mut frames = Vec::new();
    frames.push(counts(&mut n));
    println!("{n}"); //~ ERROR cannot borrow `n` as immutable because it is also borrowed as mutable
}
