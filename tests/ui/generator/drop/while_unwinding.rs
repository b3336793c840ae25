//@ run-pass
//@ edition: 2024
//@ needs-unwind
//@ aux-build: tracer.rs

// Frames are dropped while their owner unwinds, and are no obstacle to it.

#![feature(native_generators)]

extern crate tracer;

use std::panic::{self, AssertUnwindSafe};

use tracer::{Traced, dropped};

fn frame(name: Traced) => impl Iterator<Item = &'static str> {
    let _local = Traced("local");
    yield name.name();
    yield "again";
}

/// Resumes a generator while it is dropped, even by an unwind.
struct Finish<I: Iterator>(I);

impl<I: Iterator> Drop for Finish<I> {
    fn drop(&mut self) {
        self.0.by_ref().for_each(drop);
    }
}

fn unwind<T>(value: T) {
    let unwound = panic::catch_unwind(AssertUnwindSafe(move || {
        let _value = value;
        panic::resume_unwind(Box::new(()));
    }));
    assert!(unwound.is_err());
}

fn main() {
    unwind(frame(Traced("unstarted")));
    assert_eq!(dropped(), ["unstarted"]);

    let mut started = frame(Traced("started"));
    assert_eq!(started.next(), Some("started"));
    unwind([Some(started), None]);
    assert_eq!(dropped(), ["local", "started"]);

    unwind(Finish(frame(Traced("finished"))));
    assert_eq!(dropped(), ["local", "finished"]);

    // A generator that owns another, in a list that is half consumed.
    let mut list = vec![frame(Traced("1")), frame(Traced("2")), frame(Traced("3"))].into_iter();
    assert_eq!(list.next().unwrap().next(), Some("1"));
    assert_eq!(dropped(), ["local", "1"]);
    unwind(list);
    assert_eq!(dropped(), ["2", "3"]);
}
