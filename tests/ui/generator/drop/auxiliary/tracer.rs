//@ edition: 2024

//! Values that note when they are dropped, and the ordinary function as the measure of a generator.

use std::cell::{Cell, RefCell};
use std::panic::{self, AssertUnwindSafe};

thread_local! {
    static DROPPED: RefCell<Vec<&'static str>> = const { RefCell::new(Vec::new()) };
    static PAUSES_LEFT: Cell<usize> = const { Cell::new(0) };
}

/// Notes its name when it is dropped.
#[derive(Debug)]
pub struct Traced(pub &'static str);

impl Traced {
    pub fn name(&self) -> &'static str {
        self.0
    }
}

impl Drop for Traced {
    fn drop(&mut self) {
        DROPPED.with_borrow_mut(|dropped| dropped.push(self.0));
    }
}

/// The names of what was dropped since the last call, in order.
pub fn dropped() -> Vec<&'static str> {
    DROPPED.take()
}

/// What an ordinary function calls where a generator suspends: it unwinds at the chosen pause.
pub fn unwind_here() {
    match PAUSES_LEFT.get() {
        0 => panic::resume_unwind(Box::new(())),
        left => PAUSES_LEFT.set(left - 1),
    }
}

/// Unwinds `ordinary` from each of its pauses in turn, drops a frame suspended at that pause, and
/// asks for the same drops in the same order. In the end both run to completion.
pub fn compare<F: Iterator<Item = ()>>(ordinary: impl Fn(), generator: impl Fn() -> F) {
    for pause in 0.. {
        PAUSES_LEFT.set(pause);
        let finished = panic::catch_unwind(AssertUnwindSafe(&ordinary)).is_ok();
        let expected = dropped();

        let mut frame = generator();
        assert_eq!(dropped(), [""; 0], "nothing runs before the first resumption");
        for _ in 0..pause {
            assert_eq!(frame.next(), Some(()));
        }
        assert_eq!(frame.next().is_none(), finished);
        drop(frame);
        assert_eq!(dropped(), expected, "dropped at pause {pause}");

        if finished {
            return;
        }
    }
}

/// Declares a function that `compare`s one body with itself: as an ordinary function, and as a
/// generator. In the body, `pause!()` is where the one may unwind and the other suspends.
#[macro_export]
macro_rules! both {
    ($(fn $name:ident($($arg:ident: $ty:ty = $value:expr),* $(,)?) $body:block)*) => {$(
        fn $name() {
            macro_rules! pause {
                () => { $crate::unwind_here() };
            }
            fn ordinary($($arg: $ty),*) $body

            macro_rules! pause {
                () => { yield };
            }
            fn generator($($arg: $ty),*) => impl Iterator<Item = ()> $body

            $crate::compare(|| ordinary($($value),*), || generator($($value),*));
        }
    )*};
}
