//@ edition: 2024

//! Panics as values, for the tests of what a generator says when it is misused.

use std::panic::{self, AssertUnwindSafe};

/// The message that `f` panics with.
pub fn message<R>(f: impl FnOnce() -> R) -> String {
    let Err(payload) = panic::catch_unwind(AssertUnwindSafe(f)) else { panic!("did not panic") };
    match payload.downcast::<String>() {
        Ok(message) => *message,
        Err(payload) => payload.downcast_ref::<&'static str>().unwrap().to_string(),
    }
}
