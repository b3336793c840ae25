//! Tests of `core::generator`, and of the part of it that lives in `alloc`.
//!
//! They test the library: what a frame does when it is resumed, cloned, printed, lent, boxed. What
//! the compiler makes of a generator body is tested in `tests/ui/generator`.

mod adapters;
mod arg;
mod auto_traits;
mod boxed;
mod bridge;
mod clone;
mod executor;
mod frame;
mod frame_async_iter;
mod frame_future;
mod frame_iter;
mod iter;
mod join;
mod names;
mod ready;
mod run;
mod select;
mod sizes;
mod sources;
mod state;
mod task;

use core::cell::Cell;
use core::generator::Generator;

/// Yields `0`, `1`, … below `n`, and returns `n`.
fn count(n: u32) => impl Generator<Yield = u32, Return = u32> + core::fmt::Debug {
    let mut i = 0;
    while i < n {
        yield i;
        i += 1;
    }
    n
}

/// Yields `0`, `1`, … below `n`, and returns nothing.
fn upto(n: u32) => impl Generator<Yield = u32, Return = ()> + core::fmt::Debug {
    for i in 0..n {
        yield i;
    }
}

/// Counts how often it is dropped.
struct Drops<'a>(&'a Cell<u32>);

impl Drop for Drops<'_> {
    fn drop(&mut self) {
        self.0.set(self.0.get() + 1);
    }
}

/// Runs `f`, which is to panic, and returns the message.
#[cfg(panic = "unwind")]
fn panic_message<R>(f: impl FnOnce() -> R) -> String {
    use std::panic::{AssertUnwindSafe, catch_unwind};

    let Err(payload) = catch_unwind(AssertUnwindSafe(f)) else {
        panic!("this should have panicked");
    };
    match payload.downcast::<String>() {
        Ok(message) => *message,
        Err(payload) => payload.downcast::<&str>().unwrap().to_string(),
    }
}
