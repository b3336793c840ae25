//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// `ref executor` where the executor is `()` or `Arg`: there, but with nothing in it once the value
// that was sent is taken.

#![feature(native_generators)]

use std::generator::{self, Arg, Executor, Future, Generator, State, Stream};
use std::mem::{replace, size_of_val};

fn unit() => impl Stream<(), Yield = usize, Return = ()> {
    let lent: &mut () = ref executor;
    yield size_of_val(lent);
    ref executor.take_resume();
    *ref executor = yield size_of_val(&*ref executor);
    let () = *ref executor;
}

fn iterator() => impl Iterator<Item = bool> {
    yield *ref executor == ();
}

/// At the start nothing has been sent; then each `yield` takes what was.
fn arg() => impl Generator<Arg<u32>, Yield = Option<u32>, Return = u32> {
    yield replace(ref executor, Arg::empty()).into_inner();
    let left = ref executor.into_inner();
    let sent = yield left;
    assert_eq!(*ref executor, Arg::empty());
    // What is put back is there for the next who takes it.
    *ref executor = Arg::new(sent + 1);
    let taken = ref executor.take_resume();
    assert_eq!((sent, taken), (20, 21));
    await inner(taken)
}

fn inner(n: u32) => impl Future<Arg<u32>, Return = u32> {
    *ref executor = Arg::new(n * 2);
    ref executor.take_resume()
}

/// A generator that counts what it is sent without looking at it.
fn count<T: Clone>() => impl Generator<Arg<T>, Yield = usize, Return = ()> {
    let mut all = vec![];
    while all.len() < 3 {
        let next = yield all.len();
        all.push(next);
        assert!(ref executor.clone().into_inner().is_none());
    }
}

fn main() {
    assert_eq!(unit().iter().collect::<Vec<_>>(), [0, 0]);
    assert_eq!(iterator().collect::<Vec<_>>(), [true]);

    let mut frame = arg();
    assert_eq!(frame.start(), State::Yielded(None));
    assert_eq!(frame.send(10), State::Yielded(None));
    assert_eq!(frame.send(20), State::Complete(42));

    let mut frame = arg();
    let mut executor = Arg::new(5);
    assert_eq!(frame.step(&mut executor), State::Yielded(Some(5)));
    executor = Arg::new(6);
    assert_eq!(frame.step(&mut executor), State::Yielded(None));
    assert_eq!(executor, Arg::empty());

    let mut frame = count();
    frame.start();
    assert_eq!(frame.send("text"), State::Yielded(1));
    assert_eq!(frame.send("more"), State::Yielded(2));
    assert_eq!(frame.send("last"), State::Complete(()));
    assert_eq!(generator::run(generator::ready(1)), 1);
}
