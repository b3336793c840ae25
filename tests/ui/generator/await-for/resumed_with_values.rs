//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// Over a stream that is sent values, the loop passes each resumption's value on to the stream.

#![feature(native_generators)]

use std::generator::{Arg, Executor, Generator, State, Stream, from_iter};

/// Hands out a number at each resumption, and notes who asked.
struct Numbers {
    next: u32,
}

impl Executor for Numbers {
    type Blocked = ();
    type Resume = u32;

    fn take_resume(&mut self) -> u32 {
        self.next += 1;
        self.next
    }
}

fn squares() => impl Stream<Numbers, Yield = u32, Return = u32> {
    let mut sum = 0;
    for _ in 0..3 {
        let n = yield sum;
        sum += n * n;
    }
    sum
}

fn total() => impl Generator<Numbers, Yield = u32, Return = (u32, u32)> {
    let mut total = 0;
    let end = await for n in squares() {
        total += n;
    };
    let last = yield total;
    (end, last)
}

fn plain() => impl Generator<Arg<u32>, Yield = u32, Return = ()> {
    await for n in from_iter(Vec::<u32>::new()) {
        yield n;
    }
}

fn main() {
    let mut numbers = Numbers { next: 0 };
    let mut total = total();
    assert_eq!(total.step(&mut numbers), State::Yielded(0 + 1 + 5));
    assert_eq!(total.step(&mut numbers), State::Complete((14, 4)));
    assert_eq!(plain().start(), State::Complete(()));
}
