//@ run-pass
//@ revisions: e2018 e2021 e2024
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// Hundreds of suspend points in one body: each has its state, and all share the room for what is
// awaited.

#![feature(native_generators)]

use std::generator::{Executor, Future, Generator, State};
use std::mem::size_of_val;

struct Turns(u32);

impl Executor for Turns {
    type Blocked = u32;
    type Resume = ();

    fn take_resume(&mut self) {}
}

fn block(n: u32) => impl Future<Turns, Return = u32> {
    let padding = [n; 16];
    let turns = await std::generator::from_fn({
        let mut first = true;
        move |turns: &mut Turns| {
            if !std::mem::replace(&mut first, false) { return State::Complete(turns.0); }
            State::Blocked(n)
        }
    });
    turns + padding[15]
}

macro_rules! sum {
    ($frame:ident) => {
        $frame(1).await
    };
    ($frame:ident $($rest:ident)+) => {
        $frame(1).await + sum!($($rest)+)
    };
}

fn ten(_: u32) => impl Future<Turns, Return = u32> {
    sum!(block block block block block block block block block block)
}

fn hundreds() => impl Future<Turns, Return = u32> {
    let direct = sum!(
        block block block block block block block block block block block block block block block
        block block block block block block block block block block block block block block block
        block block block block block block block block block block block block block block block
        block block block block block block block block block block block block block block block
        block block block block block block block block block block block block block block block
        block block block block block block block block block block block block block block block
    );
    let nested = sum!(
        ten ten ten ten ten ten ten ten ten ten ten ten ten ten ten ten ten ten ten ten ten
    );
    direct * 1000 + nested
}

fn main() {
    let mut frame = hundreds();
    assert!(size_of_val(&ten(1)) < size_of_val(&block(0)) + 50);
    assert!(size_of_val(&frame) < size_of_val(&ten(1)) + 500);
    let mut blocked = 0;
    let value = loop {
        match frame.step(&mut Turns(1)) {
            State::Blocked(n) => blocked += n,
            State::Complete(value) => break value,
        }
    };
    assert_eq!(blocked, 90 + 210);
    assert_eq!(value, 180 * 1000 + 420);
}
