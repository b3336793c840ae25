//@ edition: 2024

// `ref executor` is gone after every kind of suspend point, and the error names the one.

#![feature(native_generators)]

use std::generator::{Executor, Stream, ready};

struct Board {
    notes: Vec<u32>,
}

impl Executor for Board {
    type Blocked = ();
    type Resume = u32;

    fn take_resume(&mut self) -> u32 {
        0
    }
}

fn count() => impl Stream<Board, Yield = u32, Return = ()> {
    yield 1;
}

fn yielding() => impl Stream<Board, Yield = u32, Return = ()> {
    let board = ref executor; //~ ERROR `ref executor` cannot be kept across a suspend point
    yield 1;
    board.notes.clear();
}

fn awaiting() => impl Stream<Board, Yield = u32, Return = ()> {
    let board = ref executor; //~ ERROR `ref executor` cannot be kept across a suspend point
    await ready(1);
    board.notes.clear();
}

fn awaiting_behind() => impl Stream<Board, Yield = u32, Return = ()> {
    let board = ref executor; //~ ERROR `ref executor` cannot be kept across a suspend point
    ready(1).await;
    board.notes.clear();
}

fn awaiting_each() => impl Stream<Board, Yield = u32, Return = ()> {
    let board = ref executor; //~ ERROR `ref executor` cannot be kept across a suspend point
    await for _ in count() {}
    board.notes.clear();
}

fn in_the_block() => impl Stream<Board, Yield = u32, Return = ()> {
    let board = ref executor; //~ ERROR `ref executor` cannot be kept across a suspend point
    await for n in count() {
        board.notes.push(n);
    }
}

fn delegating() => impl Stream<Board, Yield = u32, Return = ()> {
    let board = ref executor; //~ ERROR `ref executor` cannot be kept across a suspend point
    yield.. count();
    board.notes.clear();
}

fn around_a_loop() => impl Stream<Board, Yield = u32, Return = ()> {
    let board = ref executor; //~ ERROR `ref executor` cannot be kept across a suspend point
    loop {
        board.notes.clear();
        yield 1;
    }
}

fn in_an_argument() => impl Stream<Board, Yield = u32, Return = ()> {
    let board = ref executor; //~ ERROR `ref executor` cannot be kept across a suspend point
    for _ in 0..3 {
        board.notes.push(yield 1);
    }
}

fn only_some_paths(early: bool) => static impl Stream<Board, Yield = u32, Return = ()> {
    let board = ref executor; //~ ERROR `ref executor` cannot be kept across a suspend point
    if early {
        await ready(());
    }
    board.notes.clear();
}

fn generic<E: Executor>() => impl Stream<E, Yield = (), Return = ()> {
    let executor = ref executor; //~ ERROR `ref executor` cannot be kept across a suspend point
    yield;
    let _ = executor.take_resume();
}

fn main() {
    let _ = || => {
        let board: &mut Board = ref executor;
        //~^ ERROR `ref executor` cannot be kept across a suspend point
        yield 1;
        board.notes.clear();
    };
}
