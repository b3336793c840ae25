//@ run-pass
//@ edition: 2024
//@ needs-unwind
//@ aux-build: tracer.rs

// When a destructor panics while a frame is dropped, everything else in it is dropped all the same.

#![feature(native_generators)]

extern crate tracer;

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use tracer::{Traced, dropped};

struct Bomb(Traced);

impl Drop for Bomb {
    fn drop(&mut self) {
        resume_unwind(Box::new(self.0.name()));
    }
}

fn body(a: Traced, bomb: Bomb, c: Traced) => impl Iterator<Item = u32> {
    let _outer = Traced("outer");
    yield 1;
    let _bomb = Bomb(Traced("local bomb"));
    std::mem::forget(bomb);
    let _inner = Traced("inner");
    yield 2;
    let _ = (&a, &c);
}

fn message(f: impl FnOnce()) -> &'static str {
    *catch_unwind(AssertUnwindSafe(f)).unwrap_err().downcast_ref::<&'static str>().unwrap()
}

fn frame() -> impl Iterator<Item = u32> {
    body(Traced("a"), Bomb(Traced("bomb")), Traced("c"))
}

fn main() {
    let unstarted = frame();
    assert_eq!(message(|| drop(unstarted)), "bomb");
    assert_eq!(dropped(), ["c", "bomb", "a"]);

    let mut suspended = frame();
    suspended.next();
    assert_eq!(message(|| drop(suspended)), "bomb");
    assert_eq!(dropped(), ["outer", "c", "bomb", "a"]);

    let mut suspended = frame();
    suspended.next();
    suspended.next();
    assert_eq!(message(|| drop(suspended)), "local bomb");
    assert_eq!(dropped(), ["inner", "local bomb", "outer", "c", "a"]);

    let mut finishing = frame();
    finishing.next();
    finishing.next();
    let finish = || {
        finishing.next();
    };
    assert_eq!(message(finish), "local bomb");
    assert_eq!(dropped(), ["inner", "local bomb", "outer", "c", "a"]);
    drop(finishing);
    assert_eq!(dropped(), [""; 0]);
}
