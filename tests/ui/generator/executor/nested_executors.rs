//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// A body under one executor runs generators of another by hand; adapters between the two are
// ordinary generators.

#![feature(native_generators)]
#![feature(never_type)]

use std::generator::{self, Arg, Executor, Future, Generator, State, Stream};
use std::pin::Pin;

struct Outer {
    budget: u32,
}

impl Executor for Outer {
    type Blocked = ();
    type Resume = ();

    fn take_resume(&mut self) {}
}

/// An executor made of another: what blocks here blocks there.
struct Metered<'a> {
    outer: &'a mut Outer,
    used: u32,
}

impl<'a> Executor for Metered<'a> {
    type Blocked = ();
    type Resume = u32;

    fn take_resume(&mut self) -> u32 {
        self.used
    }
}

trait Spend: Executor<Blocked = ()> {
    fn spend(&mut self, amount: u32) -> bool;
}

impl Spend for Outer {
    fn spend(&mut self, amount: u32) -> bool {
        let left = self.budget.checked_sub(amount);
        self.budget = left.unwrap_or(self.budget);
        left.is_some()
    }
}

impl<'a> Spend for Metered<'a> {
    fn spend(&mut self, amount: u32) -> bool {
        self.used += amount;
        self.outer.spend(amount)
    }
}

fn spend<E: Spend>(amount: u32) => impl Future<E, Return = ()> {
    await generator::from_fn(move |executor: &mut E| {
        if executor.spend(amount) { State::Complete(()) } else { State::Blocked(()) }
    })
}

/// Runs a generator that is written for any executor that can spend under a metered one.
struct Meter<G> {
    inner: G,
    used: u32,
}

trait ForAnyMeter {
    type Return;

    fn resume(&mut self, metered: &mut Metered<'_>) -> State<!, Self::Return, ()>;
}

struct Twice(u32, bool);

impl ForAnyMeter for Twice {
    type Return = &'static str;

    fn resume(&mut self, metered: &mut Metered<'_>) -> State<!, &'static str, ()> {
        while let State::Complete(()) = spend(self.0).step(metered) {
            if std::mem::replace(&mut self.1, true) {
                return State::Complete("spent twice");
            }
        }
        State::Blocked(())
    }
}

impl<G: ForAnyMeter + Unpin> Generator<Outer> for Meter<G> {
    type Yield = !;
    type Return = (u32, G::Return);

    fn resume(mut self: Pin<&mut Self>, outer: &mut Outer) -> State<!, (u32, G::Return), ()> {
        let mut metered = Metered { outer: outer, used: self.used };
        let state = self.inner.resume(&mut metered);
        let used = metered.used;
        self.used = used;
        state.map_complete(|value| (used, value))
    }
}

fn outer() => impl Future<Outer, Return = Vec<u32>> {
    let mut all = vec![];
    let (used, _) = await Meter { inner: Twice(3, false), used: 0 };
    all.push(used);

    // A conversation with a generator that is sent values.
    let mut partner = doubling();
    partner.start();
    for n in 1..4 {
        await spend(n);
        if let State::Yielded(doubled) = partner.send(n) {
            all.push(doubled);
        }
    }

    // Synchronous code inside of a body that may block.
    all.push(generator::run(async_free(5)));
    all.extend((|| => { yield 1; yield 2; })().into_iter());
    all.push(ref executor.budget);
    all
}

fn doubling() => impl Stream<Arg<u32>, Yield = u32, Return = ()> {
    let mut last = 0;
    loop {
        last = 2 * (yield last);
    }
}

fn async_free<E: Executor>(n: u32) => impl Future<E, Return = u32> {
    n * await generator::ready(n)
}

fn main() {
    let mut executor = Outer { budget: 5 };
    let mut frame = outer();
    assert_eq!(frame.step(&mut executor), State::Blocked(()));
    assert_eq!(executor.budget, 2);
    executor.budget = 5;
    assert_eq!(frame.step(&mut executor), State::Blocked(()));
    assert_eq!(executor.budget, 1);
    executor.budget = 2;
    assert_eq!(frame.step(&mut executor), State::Blocked(()));
    executor.budget = 103;
    assert_eq!(frame.step(&mut executor), State::Complete(vec![9, 2, 4, 6, 25, 1, 2, 100]));
}
