//@ revisions: e2021 e2024
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// The temporaries of a scrutinee live to the end of the `match`; those of an `if let` to the end of
// its block and, before edition 2024, of its `else`; those of `if`, `while` and a `match` guard are
// gone.

#![feature(native_generators)]
#![allow(unused_parens)]

use std::cell::RefCell;
use std::generator::Future;
use std::generator::ready;

type Cell = RefCell<Vec<u32>>;

fn of_match(cell: Cell) => impl Iterator<Item = u32> {
    match cell.borrow().first() { //~ ERROR [E0626]
        Some(_) => yield 1,
        None => yield 0,
    }
}

/// The value borrows nothing, and the temporary lives nevertheless.
fn of_match_by_value(cell: Cell) => impl Iterator<Item = u32> {
    match cell.borrow().len() { //~ ERROR [E0626]
        0 => yield 0,
        _ => {}
    }
}

fn of_if_let(cell: Cell) => impl Iterator<Item = u32> {
    if let Some(_) = cell.borrow().first() { //~ ERROR [E0626]
        yield 1;
    }
}

fn of_else(cell: Cell) => impl Iterator<Item = u32> {
    if let Some(_) = cell.borrow().first() { //[e2021]~ ERROR [E0626]
    } else {
        yield 1;
    }
}

fn of_while_let(cell: Cell) => impl Iterator<Item = u32> {
    while let Some(_) = cell.borrow_mut().pop() { //~ ERROR [E0626]
        yield 1;
    }
}

fn of_for(cell: Cell) => impl Iterator<Item = u32> {
    for _ in 0..cell.borrow().len() { //~ ERROR [E0626]
        yield 1;
    }
}

fn of_await_for(cell: Cell) => impl Future<Return = ()> {
    await for _ in 0..cell.borrow().len() {} //~ ERROR [E0626]
}

fn of_let_else(cell: Cell) => impl Iterator<Item = u32> {
    let Some(n) = cell.borrow_mut().pop() else {
        yield 0;
        return;
    };
    yield n;
}

fn of_a_block(cell: Cell) => impl Iterator<Item = u32> {
    match { cell.borrow().len() } { //[e2021]~ ERROR [E0626]
        0 => yield 0,
        _ => {}
    }
}

fn of_an_inner_match(cell: Cell) => impl Iterator<Item = u32> {
    match (match cell.borrow().len() { n => n }) { //~ ERROR [E0626]
        0 => yield 0,
        _ => {}
    }
}

/// An `if` and a `while` end the temporaries of what they look at before their blocks.
fn of_conditions(cell: Cell) => impl Iterator<Item = u32> {
    if cell.borrow().is_empty() {
        yield 0;
    }
    while cell.borrow_mut().pop().is_some() {
        yield 1;
    }
    if !cell.borrow().is_empty() && { yield 2; true } && !cell.borrow().is_empty() {
        yield 3;
    }
}

fn of_a_statement(cell: Cell) => impl Future<Return = usize> {
    let length = cell.borrow().len();
    await ready(());
    cell.borrow_mut().push(1);
    let first = cell.borrow()[0];
    await ready(first);
    length
}

fn main() {}
