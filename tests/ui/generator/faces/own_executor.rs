//@ run-pass
//@ edition: 2024

// An executor of one's own: `yield` takes from it what this resumption passes back.

#![feature(native_generators)]

use std::convert::Infallible;
use std::generator::*;

/// Tells the time at each resumption, and counts how often it was asked.
struct Clock {
    now: u64,
    asked: u32,
}

impl Executor for Clock {
    type Blocked = Infallible;
    type Resume = u64;

    fn take_resume(&mut self) -> u64 {
        self.asked += 1;
        self.now
    }
}

fn laps() => impl Generator<Clock, Yield = u64, Return = u64> {
    let start = yield 0;
    let first = yield start;
    yield first - start;
    first
}

trait Counter: Executor {}
impl Counter for Clock {}

fn capability<C: Counter<Resume = u64>>() => impl Generator<C, Yield = (), Return = u64> {
    (yield) + (yield)
}

fn main() {
    let mut clock = Clock { now: 5, asked: 0 };
    let mut frame = laps();
    let mut lap = |now: u64| {
        clock.now = now;
        frame.step(&mut clock)
    };
    assert_eq!(lap(5), State::Yielded(0));
    assert_eq!(lap(10), State::Yielded(10));
    assert_eq!(lap(12), State::Yielded(2));
    assert_eq!(lap(99), State::Complete(12));
    assert_eq!(clock.asked, 3);

    let mut frame = capability::<Clock>();
    assert_eq!(frame.step(&mut clock), State::Yielded(()));
    assert_eq!(frame.step(&mut clock), State::Yielded(()));
    assert_eq!(frame.step(&mut clock), State::Complete(198));
    assert_eq!(clock.asked, 5);
}
