//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// `ref executor` as often as one likes: fields, methods, arguments, conditions, in loops.

#![feature(native_generators)]
#![feature(never_type)]

use std::generator::{Executor, Future, Generator, State, ready};

struct Counter {
    count: u32,
    log: Vec<&'static str>,
}

impl Executor for Counter {
    type Blocked = !;
    type Resume = ();

    fn take_resume(&mut self) {}
}

impl Counter {
    fn up(&mut self) -> u32 {
        self.count += 1;
        self.count
    }

    fn note(&mut self, text: &'static str) -> &mut Counter {
        self.log.push(text);
        self
    }

    fn is_low(&self) -> bool {
        self.count < 3
    }
}

fn bump(counter: &mut Counter, by: u32) {
    counter.count += by;
}

fn uses() => impl Generator<Counter, Yield = u32, Return = u32> {
    (ref executor).count = 0;
    while (ref executor).is_low() {
        (ref executor).up();
    }
    let three = (ref executor).count;
    bump(ref executor, three);
    let counter = ref executor;
    counter.note("a").note("b").up();
    counter.count += 1;
    yield counter.count;
    if (ref executor).count == 100 && { (ref executor).note("c"); true } {
        yield (ref executor).up();
    }
    match (ref executor).log.len() {
        3 => await ready(()),
        _ => {}
    }
    let Counter { count, log } = ref executor;
    log.push("d");
    *count
}

fn takes(by: u32) => impl Future<Counter, Return = ()> {
    let by = await ready(by);
    bump(ref executor, by)
}

fn main() {
    let mut counter = Counter { count: 7, log: vec![] };
    let mut uses = uses();
    assert_eq!(uses.step(&mut counter), State::Yielded(8));
    counter.count = 100;
    assert_eq!(uses.step(&mut counter), State::Yielded(101));
    assert_eq!(uses.step(&mut counter), State::Complete(101));
    assert_eq!(counter.log, ["a", "b", "c", "d"]);
    assert!(takes(9).step(&mut counter).is_complete());
    assert_eq!(counter.count, 110);
}
