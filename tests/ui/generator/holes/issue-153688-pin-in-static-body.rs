//@ run-pass
//@ edition: 2024

// In a `static` body what `pin!` has pinned stays where it is, to its destructor.

#![feature(native_generators)]

use std::cell::Cell;
use std::generator::{Future, Generator, State, Stream, from_fn};
use std::marker::PhantomPinned;
use std::pin::{Pin, pin};
use std::ptr;

thread_local! {
    static DROPPED: Cell<u32> = const { Cell::new(0) };
}

/// Knows where it was pinned.
struct Rooted {
    at: *const Rooted,
    _pinned: PhantomPinned,
}

impl Rooted {
    fn new() -> Self {
        Rooted { at: ptr::null(), _pinned: PhantomPinned }
    }

    fn root(mut self: Pin<&mut Self>) -> u32 {
        let at: *const Rooted = &*self;
        assert!(self.at.is_null() || self.at == at, "moved");
        // Nothing is moved.
        unsafe { self.as_mut().get_unchecked_mut().at = at }
        1
    }
}

impl Drop for Rooted {
    fn drop(&mut self) {
        assert_eq!(self.at, &raw const *self, "moved");
        DROPPED.set(DROPPED.get() + 1);
    }
}

fn numbers() => static impl Stream<Yield = u32, Return = u32> {
    let first = pin!(Rooted::new());
    first.root();
    yield 1;
    let mut second = pin!(Rooted::new());
    second.as_mut().root();
    yield 2;
    match pin!(Rooted::new()).root() {
        n => {
            yield 2 + n;
        }
    }
    for n in 4..6 {
        pin!(Rooted::new()).root();
        let third = pin!(Rooted::new());
        third.root();
        yield n;
    }
    second.root()
}

fn awaits() => static impl Future<(), Return = u32> {
    let mut inner = pin!(numbers());
    let mut sum = 0;
    loop {
        match inner.as_mut().resume(ref executor) {
            State::Yielded(n) => sum += await from_fn(move |_: &mut ()| State::Complete(n)),
            State::Complete(n) => return sum + n,
        }
    }
}

fn main() {
    let mut frame = Box::pin(numbers());
    for n in 1..6 {
        assert_eq!(frame.as_mut().resume(&mut ()), State::Yielded(n));
        frame = *Box::new(frame);
    }
    assert_eq!(DROPPED.get(), 4);
    assert_eq!(frame.as_mut().resume(&mut ()), State::Complete(1));
    assert_eq!(DROPPED.get(), 7);

    // Dropped at each suspend point.
    for steps in 1..6 {
        let mut frame = Box::pin(numbers());
        for _ in 0..steps {
            let _ = frame.as_mut().resume(&mut ());
        }
    }
    assert_eq!(DROPPED.get(), 7 + 1 + 2 + 3 + 5 + 7);

    assert_eq!(std::generator::run(awaits()), 1 + 2 + 3 + 4 + 5 + 1);
}
