//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// One body for every executor: with `()` it runs through, with another it blocks.

#![feature(native_generators)]
#![feature(never_type)]

use std::generator::{self, Executor, Future, Generator, State, Stream};

trait Timer: Executor {
    fn now(&mut self) -> u64;
    fn wait(&mut self) -> Result<(), Self::Blocked>;
}

impl Timer for () {
    fn now(&mut self) -> u64 {
        0
    }

    fn wait(&mut self) -> Result<(), !> {
        Ok(())
    }
}

struct Simulated(u64);

impl Executor for Simulated {
    type Blocked = u64;
    type Resume = ();

    fn take_resume(&mut self) {}
}

impl Timer for Simulated {
    fn now(&mut self) -> u64 {
        self.0
    }

    fn wait(&mut self) -> Result<(), u64> {
        if self.0 % 3 == 0 { Ok(()) } else { Err(3 - self.0 % 3) }
    }
}

fn wait<E: Timer>() => impl Future<E, Return = u64> {
    await generator::from_fn(|timer: &mut E| match timer.wait() {
        Ok(()) => State::Complete(()),
        Err(reason) => State::Blocked(reason),
    });
    (ref executor).now()
}

fn ticks<E: Timer>(n: u32) => impl Stream<E, Yield = u64, Return = ()> {
    for _ in 0..n {
        let now = await wait();
        yield now;
    }
}

fn sum<E: Timer>(n: u32) => impl Future<E, Return = u64> {
    let mut sum = 0;
    await for now in ticks(n) {
        sum += now;
    }
    sum
}

fn main() {
    assert_eq!(generator::run(sum(3)), 0);

    let mut timer = Simulated(1);
    let mut sum = sum(2);
    assert_eq!(sum.step(&mut timer), State::Blocked(2));
    timer.0 = 2;
    assert_eq!(sum.step(&mut timer), State::Blocked(1));
    timer.0 = 6;
    assert_eq!(sum.step(&mut timer), State::Complete(12));
}
