//@ revisions: e2021 e2024
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// The temporaries of a block's tail expression go, before edition 2024, when those of the statement
// around it do, and after the block's own variables.

#![feature(native_generators)]
#![allow(unused_braces)]

use std::cell::RefCell;
use std::generator::{Arg, Future, Stream, ready};

type Cell = RefCell<Vec<usize>>;

fn add(a: usize, b: usize) -> usize {
    a + b
}

fn before_another_operand(cell: Cell) => impl Future<Return = usize> {
    add({ cell.borrow().len() }, await ready(1)) //[e2021]~ ERROR [E0626]
}

fn before_a_yield(cell: Cell) => impl Stream<Arg<usize>, Yield = (), Return = usize> {
    ({ cell.borrow().len() }) + yield //[e2021]~ ERROR [E0626]
}

fn condition(cell: Cell) => impl Iterator<Item = usize> {
    for n in { cell.borrow().clone() } { //[e2021]~ ERROR [E0626]
        yield n;
    }
}

/// In the tail itself the loan lives across the suspend point in every edition.
fn in_the_tail(cell: Cell) => impl Future<Return = usize> {
    let sum = { add(cell.borrow().len(), await ready(1)) }; //~ ERROR [E0626]
    sum
}

fn of_the_body(cell: Cell) => impl Future<Return = usize> {
    add(cell.borrow().len(), await ready(1)) //~ ERROR [E0626]
}

fn not_across(cell: Cell) => impl Future<Return = usize> {
    let length = { cell.borrow().len() };
    await ready(());
    add(await ready(1), { length }) + { cell.into_inner().len() }
}

fn main() {}
