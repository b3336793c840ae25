//@ run-pass
//@ edition: 2024
//@ needs-unwind

// A panic in a generator that is delegated to poisons those around it; one in the face `Iterator`
// ends the iteration.

#![feature(native_generators)]

use std::cell::RefCell;
use std::generator::{Arg, Boxed, Generator, IntoBox, State, Stream};
use std::panic::{self, AssertUnwindSafe};

thread_local!(static LOG: RefCell<Vec<&'static str>> = const { RefCell::new(vec![]) });

struct Noted(&'static str);

impl Drop for Noted {
    fn drop(&mut self) {
        LOG.with_borrow_mut(|log| log.push(self.0));
    }
}

fn inner(at: u32) => impl Stream<Arg<u32>, Yield = u32, Return = u32> {
    let _local = Noted("inner");
    for n in 0..3 {
        if n == at {
            panic!("at {n}");
        }
        yield n;
    }
    at
}

fn middle(
    inner: &mut Boxed<'_, Arg<u32>, u32, u32>,
) => impl Stream<Arg<u32>, Yield = u32, Return = u32> {
    let _local = Noted("middle");
    let first = yield.. inner.by_mut();
    first + (yield 100)
}

fn outer(at: u32) => impl Iterator<Item = u32> {
    let _local = Noted("outer");
    yield.. (0..3).map(move |n| if n == at { panic!("at {n}") } else { n });
    yield 7;
}

fn message<R>(f: impl FnOnce() -> R) -> String {
    let payload = panic::catch_unwind(AssertUnwindSafe(f)).err().expect("a panic");
    match payload.downcast::<String>() {
        Ok(text) => *text,
        Err(payload) => payload.downcast_ref::<&str>().unwrap().to_string(),
    }
}

fn main() {
    panic::set_hook(Box::new(|_| {}));

    let mut source = inner(1).into_box();
    let mut frame = middle(&mut source);
    assert_eq!(frame.start(), State::Yielded(0));
    assert_eq!(message(|| frame.send(5)), "at 1");
    assert_eq!(LOG.take(), ["inner", "middle"]);
    assert_eq!(message(|| frame.send(5)), "generator resumed after panicking");
    drop(frame);
    assert_eq!(message(|| source.send(5)), "generator resumed after panicking");

    let mut source = inner(9).into_box();
    let mut frame = middle(&mut source);
    frame.start();
    frame.send(0);
    frame.send(0);
    assert_eq!(frame.send(0), State::Yielded(100));
    assert_eq!(LOG.take(), ["inner"]);
    let without_value = message(|| frame.step(&mut Arg::empty()));
    assert_eq!(without_value, "generator resumed without the value it waits for");
    assert_eq!(LOG.take(), ["middle"]);
    drop(frame);
    assert_eq!(message(|| source.send(5)), "generator resumed after completion");

    let mut iterator = outer(1);
    assert_eq!(iterator.next(), Some(0));
    assert_eq!(message(|| iterator.next()), "at 1");
    assert_eq!(LOG.take(), ["outer"]);
    assert_eq!((iterator.next(), iterator.next()), (None, None));
}
