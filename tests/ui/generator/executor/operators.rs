//@ edition: 2024

// `ref executor` is a mutable reference: it cannot be assigned to, indexed, called or added to.

#![feature(native_generators)]

use std::generator::{Executor, Future, Task};

#[derive(Default)]
struct Board {
    count: u32,
}

impl Executor for Board {
    type Blocked = ();
    type Resume = ();

    fn take_resume(&mut self) {}
}

fn operators() => impl Future<Board, Return = ()> {
    ref executor = Board::default(); //~ ERROR invalid left-hand side of assignment
    ref executor += 1;
    //~^ ERROR binary assignment operation `+=` cannot be applied to type `&mut Board`
    //~| ERROR invalid left-hand side of assignment
    ref executor[0]; //~ ERROR cannot index into a value of type `&mut Board`
    ref executor(); //~ ERROR expected function, found `&mut Board`
    ref executor + 1; //~ ERROR cannot add `{integer}` to `&mut Board`
    -ref executor; //~ ERROR cannot apply unary operator `-` to type `&mut Board`
    if ref executor {} //~ ERROR mismatched types
    for _ in ref executor {} //~ ERROR `&mut Board` is not an iterator
}

fn members() => impl Future<Board, Return = ()> {
    ref executor.missing; //~ ERROR no field `missing` on type `&mut Board`
    ref executor.missing();
    //~^ ERROR no method named `missing` found for mutable reference `&mut Board`
    ref executor.count.trim();
    //~^ ERROR no method named `trim` found for type `u32` in the current scope
}

fn types() => impl Future<Board, Return = u32> {
    let count: u32 = ref executor.count;
    let by_value: Board = *ref executor;
    ref executor.count = "one"; //~ ERROR mismatched types
    drop((count, by_value));
    ref executor //~ ERROR mismatched types
}

fn generic<E: Executor>() => impl Future<E, Return = ()> {
    ref executor.count; //~ ERROR no field `count` on type `&mut E`
    ref executor.waker();
    //~^ ERROR no method named `waker` found for mutable reference `&mut E` in the current scope
}

fn main() {}
