//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// A movable frame goes on wherever it is moved between resumptions, with what it awaits in it.

#![feature(native_generators)]

use std::generator::{Executor, Future, Generator, State, from_fn};

struct Turn(u32);

impl Executor for Turn {
    type Blocked = &'static str;
    type Resume = ();

    fn take_resume(&mut self) {}
}

fn until(turn: u32, reason: &'static str) => impl Future<Turn, Return = u32> {
    let kept = [turn; 4];
    await from_fn(move |now: &mut Turn| {
        if now.0 < turn { State::Blocked(reason) } else { State::Complete(()) }
    });
    kept.iter().sum()
}

fn outer() => impl Future<Turn, Return = u32> {
    let first = await until(1, "first");
    let second = await until(2, "second");
    first * 100 + second
}

fn moved<T>(value: T) -> T {
    let boxed = Box::new(value);
    let mut all = vec![None, Some(*boxed), None];
    all.swap(0, 1);
    all.swap_remove(0).unwrap()
}

fn main() {
    let mut frame = moved(outer());
    assert_eq!(frame.step(&mut Turn(0)), State::Blocked("first"));
    let mut frame = moved(frame);
    assert_eq!(frame.step(&mut Turn(1)), State::Blocked("second"));
    let mut frame = Some(moved(frame));
    let mut taken = frame.take().unwrap();
    assert_eq!(taken.step(&mut Turn(1)), State::Blocked("second"));
    assert_eq!(moved(&mut taken).step(&mut Turn(2)), State::Complete(408));
}
