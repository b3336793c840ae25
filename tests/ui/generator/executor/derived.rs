//@ edition: 2024

// What is made from `ref executor` ends with it at the next suspend point, by way of patterns,
// closures, frames, iterators, guards and destructors, in movable bodies and in `static` ones.

#![feature(native_generators)]

use std::generator::{Executor, Future, Generator, Stream, from_fn, ready};
use std::generator::State;

#[derive(Default)]
struct Board {
    notes: Vec<u32>,
    best: Option<Box<u32>>,
}

impl Executor for Board {
    type Blocked = ();
    type Resume = u32;

    fn take_resume(&mut self) -> u32 {
        0
    }
}

struct Pen<'a>(&'a mut Board);

impl Drop for Pen<'_> {
    fn drop(&mut self) {
        self.0.notes.push(0);
    }
}

impl Board {
    fn pen(&mut self) -> Pen<'_> {
        Pen(self)
    }

    fn count(&self) -> usize {
        self.notes.len()
    }
}

fn let_else() => impl Future<Board, Return = u32> {
    let Some(best) = &mut ref executor.best else { return 0 };
    //~^ ERROR `ref executor` cannot be kept across a suspend point
    await ready(());
    **best
}

fn if_let() => impl Stream<Board, Yield = u32, Return = ()> {
    if let Some(best) = ref executor.best.as_mut() {
        //~^ ERROR `ref executor` cannot be kept across a suspend point
        yield 1;
        **best += 1;
    }
}

fn while_let() => impl Stream<Board, Yield = u32, Return = ()> {
    while let Some(last) = ref executor.notes.last_mut() {
        //~^ ERROR `ref executor` cannot be kept across a suspend point
        yield *last;
        *last += 1;
    }
}

fn guard() => impl Stream<Board, Yield = u32, Return = u32> {
    match ref executor.notes.first() {
        //~^ ERROR `ref executor` cannot be kept across a suspend point
        Some(n) if (yield 1) == 1 => *n,
        _ => 0,
    }
}

fn next_arm() => impl Stream<Board, Yield = u32, Return = u32> {
    match ref executor.best {
        //~^ ERROR `ref executor` cannot be kept across a suspend point
        Some(_) if (yield 1) == 1 => 1,
        Some(ref n) => **n,
        None => 0,
    }
}

fn destructor() => impl Stream<Board, Yield = u32, Return = ()> {
    let _pen = ref executor.pen(); //~ ERROR `ref executor` cannot be kept across a suspend point
    yield 1;
}

fn temporary() => impl Stream<Board, Yield = usize, Return = ()> {
    match ref executor.pen().0.count() {
        //~^ ERROR `ref executor` cannot be kept across a suspend point
        count => {
            yield count;
        }
    }
}

fn moving_closure() => static impl Stream<Board, Yield = usize, Return = ()> {
    let board = ref executor; //~ ERROR `ref executor` cannot be kept across a suspend point
    let count = move || board.count();
    yield 1;
    yield count();
}

fn frame() => static impl Stream<Board, Yield = u32, Return = ()> {
    let notes = &ref executor.notes; //~ ERROR `ref executor` cannot be kept across a suspend point
    let each = each(notes);
    yield.. each.map_yield(|n| n + 1);
}

fn each(notes: &[u32]) => impl Stream<Board, Yield = u32, Return = ()> {
    for n in notes {
        yield *n;
    }
}

fn operand() => impl Future<Board, Return = usize> {
    ref executor.count() + add(ref executor, await ready(1))
    //~^ ERROR `ref executor` cannot be kept across a suspend point
}

fn add(board: &Board, n: usize) -> usize {
    board.count() + n
}

fn reassigned(notes: &mut Vec<u32>) => impl Stream<Board, Yield = u32, Return = ()> {
    let mut lent = &mut *notes;
    for n in 0..3 {
        yield n;
        lent.push(n);
        lent = &mut ref executor.notes;
        //~^ ERROR `ref executor` cannot be kept across a suspend point
    }
}

fn closure_of_the_body() => static impl Stream<Board, Yield = usize, Return = ()> {
    let board = ref executor; //~ ERROR `ref executor` cannot be kept across a suspend point
    let counts = || => {
        yield board.count();
    };
    yield counts().into_iter().sum();
    yield counts().into_iter().sum();
}

// What follows is accepted: each of these borrows anew, or copies out.

fn anew() => static impl Stream<Board, Yield = usize, Return = ()> {
    let count = ref executor.count();
    yield count;
    {
        let pen = ref executor.pen();
        pen.0.notes.push(1);
    }
    yield ref executor.count();
    for at in 0..ref executor.count() {
        yield ref executor.notes[at] as usize;
    }
    while let Some(last) = ref executor.notes.pop() {
        yield last as usize;
    }
    match ref executor.best.take() {
        Some(n) if (yield 1) == 1 => {
            yield *n as usize;
        }
        _ => {}
    }
    if ref executor.best.is_some() {
        yield await from_fn(|board: &mut Board| match board.best.take() {
            Some(n) => State::Complete(*n as usize),
            None => State::Blocked(()),
        });
    }
    let add = |board: &mut Board, n| board.notes.push(n);
    add(ref executor, 1);
    yield 1;
    add(ref executor, 2);
}

fn main() {}
