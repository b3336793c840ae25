//@ edition: 2024

// Two uses of `ref executor` at one time are two mutable borrows of it.

#![feature(native_generators)]

use std::generator::{Executor, Future, Generator};

#[derive(Default)]
struct Board {
    notes: Vec<u32>,
    count: u32,
}

impl Executor for Board {
    type Blocked = ();
    type Resume = ();

    fn take_resume(&mut self) {}
}

fn both(_: &mut Board, _: &mut Board) {}

fn part(_: &mut u32, _: &Board) {}

fn arguments() => impl Future<Board, Return = ()> {
    both(ref executor, ref executor); //~ ERROR cannot borrow `ref executor` as mutable
}

fn part_and_whole() => impl Future<Board, Return = ()> {
    part(&mut ref executor.count, ref executor); //~ ERROR cannot borrow `ref executor` as mutable
}

fn variables() => impl Future<Board, Return = u32> {
    let first = ref executor;
    let second = ref executor; //~ ERROR cannot borrow `ref executor` as mutable more than once
    first.count = 1;
    second.count
}

fn in_a_loop() => impl Future<Board, Return = ()> {
    for note in &ref executor.notes {
        ref executor.count += note; //~ ERROR cannot borrow `ref executor` as mutable
    }
}

fn resumes(inner: &mut (impl Future<Board> + Unpin)) => impl Future<Board, Return = ()> {
    let notes = &mut ref executor.notes;
    drop(inner.step(ref executor)); //~ ERROR cannot borrow `ref executor` as mutable more than once
    notes.clear();
}

fn main() {}
