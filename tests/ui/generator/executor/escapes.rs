//@ edition: 2024

// The executor cannot leave its resumption: not by being yielded, returned, stored or sent away.

#![feature(native_generators)]

use std::cell::RefCell;
use std::generator::{Executor, Future, Stream};

struct Board {
    notes: Vec<u32>,
}

impl Executor for Board {
    type Blocked = ();
    type Resume = ();

    fn take_resume(&mut self) {}
}

fn yielded() => impl Stream<Board, Yield = &'static mut Board, Return = ()> {
    yield ref executor; //~ ERROR `ref executor`
}

fn part_yielded() => impl Stream<Board, Yield = &'static u32, Return = ()> {
    yield &ref executor.notes[0]; //~ ERROR `ref executor`
}

fn returned() => impl Future<Board, Return = &'static mut Board> {
    ref executor //~ ERROR `ref executor`
}

fn part_returned<'a>() => impl Future<Board, Return = &'a [u32]> {
    return &ref executor.notes; //~ ERROR `ref executor`
}

fn stored<'a>(slot: &mut Option<&'a mut Board>) => impl Future<Board, Return = ()> {
    *slot = Some(ref executor); //~ ERROR `ref executor`
}

fn shared<'a>(slot: &'a RefCell<Vec<&'a mut Board>>) => impl Future<Board, Return = ()> {
    slot.borrow_mut().push(ref executor); //~ ERROR `ref executor`
}

fn in_a_thread() => impl Future<Board, Return = ()> {
    let board = ref executor; //~ ERROR `ref executor`
    std::thread::spawn(move || board.notes.clear());
}

fn main() {}
