//@ edition: 2024

// No part of the executor, and nothing that borrows from it, is kept across a suspend point.

#![feature(native_generators)]

use std::generator::{Executor, Future, Stream};

struct Board {
    notes: Vec<u32>,
    name: String,
}

impl Executor for Board {
    type Blocked = ();
    type Resume = u32;

    fn take_resume(&mut self) -> u32 {
        0
    }
}

impl Board {
    fn name(&self) -> &str {
        &self.name
    }

    fn notes(&mut self) -> &mut Vec<u32> {
        &mut self.notes
    }
}

fn field() => impl Stream<Board, Yield = u32, Return = ()> {
    let notes = &mut ref executor.notes;
    //~^ ERROR `ref executor` cannot be kept across a suspend point
    yield 1;
    notes.clear();
}

fn shared() => impl Stream<Board, Yield = u32, Return = usize> {
    let notes = &ref executor.notes; //~ ERROR `ref executor` cannot be kept across a suspend point
    yield notes[0];
    notes.len()
}

fn method() => impl Stream<Board, Yield = u32, Return = ()> {
    let first = ref executor.notes().first_mut();
    //~^ ERROR `ref executor` cannot be kept across a suspend point
    yield 1;
    first.map(|first| *first = 2);
}

fn text() => impl Stream<Board, Yield = usize, Return = ()> {
    let name = ref executor.name().trim();
    //~^ ERROR `ref executor` cannot be kept across a suspend point
    yield name.len();
    yield name.len();
}

fn iterator() => impl Stream<Board, Yield = u32, Return = ()> {
    for note in &ref executor.notes { //~ ERROR `ref executor` cannot be kept across a suspend point
        yield *note;
    }
}

fn closure() => impl Stream<Board, Yield = u32, Return = ()> {
    let board = ref executor; //~ ERROR `ref executor` cannot be kept across a suspend point
    let mut push = |n| board.notes.push(n);
    push(1);
    yield 1;
    push(2);
}

struct Holder<'a> {
    board: &'a mut Board,
}

fn in_a_struct() => static impl Stream<Board, Yield = u32, Return = ()> {
    let holder = Holder { board: ref executor };
    //~^ ERROR `ref executor` cannot be kept across a suspend point
    yield 1;
    holder.board.notes.clear();
}

fn pattern() => impl Stream<Board, Yield = u32, Return = ()> {
    let Board { notes, name: _ } = ref executor;
    //~^ ERROR `ref executor` cannot be kept across a suspend point
    yield 1;
    notes.clear();
}

fn scrutinee() => impl Stream<Board, Yield = u32, Return = ()> {
    match ref executor.name() { //~ ERROR `ref executor` cannot be kept across a suspend point
        "name" => {}
        other => {
            yield 1;
            drop(other.len());
        }
    }
}

fn place() => impl Stream<Board, Yield = u32, Return = ()> {
    ref executor.notes[0] = 1;
    ref executor.notes[(yield 1) as usize] = 2;
    //~^ ERROR `ref executor` cannot be kept across a suspend point
    ref executor.notes.push(yield 3); //~ ERROR `ref executor` cannot be kept across a suspend point
}

fn lent(board: &mut Board) => impl Future<Board, Return = usize> {
    board.notes.len()
}

fn lent_to_what_is_awaited() => impl Future<Board, Return = usize> {
    await lent(ref executor) //~ ERROR `ref executor` cannot be kept across a suspend point
}

fn main() {}
