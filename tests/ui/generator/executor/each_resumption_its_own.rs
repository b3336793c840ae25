//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// Each resumption may bring another executor: `ref executor` is always the present one.

#![feature(native_generators)]

use std::generator::{Executor, Generator, State, Stream, from_fn};

struct Named(&'static str, u32);

impl Executor for Named {
    type Blocked = ();
    type Resume = ();

    fn take_resume(&mut self) {}
}

fn names() => impl Stream<Named, Yield = &'static str, Return = &'static str> {
    let first = (ref executor).0;
    (ref executor).1 += 1;
    yield first;
    (ref executor).1 += 10;
    yield (ref executor).0;
    let mut waited = false;
    await from_fn(move |named: &mut Named| {
        named.1 += 100;
        if waited {
            return State::Complete(());
        }
        waited = true;
        State::Blocked(())
    });
    (ref executor).1 += 1000;
    (ref executor).0
}

fn outer() => impl Stream<Named, Yield = &'static str, Return = &'static str> {
    yield.. names()
}

fn main() {
    let mut all = ["a", "b", "c", "d"].iter().map(|name| Named(name, 0)).collect::<Vec<_>>();
    let mut names = outer();
    assert_eq!(names.step(&mut all[0]), State::Yielded("a"));
    assert_eq!(names.step(&mut all[1]), State::Yielded("b"));
    assert_eq!(names.step(&mut all[2]), State::Blocked(()));
    assert_eq!(names.step(&mut all[3]), State::Complete("d"));
    assert_eq!(all.iter().map(|named| named.1).collect::<Vec<_>>(), [1, 10, 100, 1100]);
}
