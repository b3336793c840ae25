//@ run-pass
//@ edition: 2024
//@ needs-unwind

// A panic that the body itself catches poisons nothing.

#![feature(native_generators)]

use std::panic::{self, AssertUnwindSafe};

fn guarded<F: Fn(u32) -> u32>(f: F) => impl Iterator<Item = Option<u32>> {
    for n in 0..4 {
        yield panic::catch_unwind(AssertUnwindSafe(|| f(n))).ok()
    }
}

fn main() {
    let odd_only = |n: u32| if n % 2 == 0 { panic::resume_unwind(Box::new(n)) } else { n };
    assert_eq!(guarded(odd_only).collect::<Vec<_>>(), [None, Some(1), None, Some(3)]);
}
