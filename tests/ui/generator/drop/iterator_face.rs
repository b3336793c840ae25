//@ run-pass
//@ edition: 2024
//@ aux-build: tracer.rs

// The `Iterator` face drops everything when it first answers `None`, and nothing after that.

#![feature(native_generators)]

extern crate tracer;

use tracer::{Traced, dropped};

fn items(argument: Traced) => impl Iterator<Item = Traced> {
    let _local = Traced("local");
    yield Traced("item");
    let _ = &argument;
}

fn main() {
    let mut frame = items(Traced("argument"));
    drop(frame.next());
    assert_eq!(dropped(), ["item"]);
    assert!(frame.next().is_none());
    assert_eq!(dropped(), ["local", "argument"]);
    assert!(frame.next().is_none());
    drop(frame);
    assert_eq!(dropped(), [""; 0]);

    for item in items(Traced("argument")) {
        assert_eq!(item.name(), "item");
        break;
    }
    assert_eq!(dropped(), ["item", "local", "argument"]);
}
