//@ run-pass
//@ edition: 2024
//@ needs-unwind

// A panic in what is awaited goes through the frames around it, and poisons all of them.

#![feature(native_generators)]
#![feature(never_type)]

use std::cell::Cell;
use std::generator::{self, Boxed, Future, Generator, IntoBox, ready};
use std::panic::{self, AssertUnwindSafe};

struct Count<'a>(&'a Cell<u32>);

impl Drop for Count<'_> {
    fn drop(&mut self) {
        self.0.set(self.0.get() + 1);
    }
}

fn divide<'a>(_count: Count<'a>, a: u32, b: u32) => impl Future<(), Return = u32> {
    let a = await ready(a);
    a / b
}

fn outer<'a>(
    count: &'a Cell<u32>,
    inner: &mut Boxed<'_, (), !, u32>,
) => impl Future<(), Return = u32> {
    let _local = Count(count);
    1 + await inner.by_mut()
}

fn message<R>(f: impl FnOnce() -> R) -> String {
    let Err(payload) = panic::catch_unwind(AssertUnwindSafe(f)) else { panic!("did not panic") };
    match payload.downcast::<String>() {
        Ok(message) => *message,
        Err(payload) => payload.downcast_ref::<&'static str>().unwrap().to_string(),
    }
}

fn main() {
    panic::set_hook(Box::new(|_| {}));
    let count = Cell::new(0);

    let mut inner = divide(Count(&count), 6, 2).into_box();
    let mut frame = outer(&count, &mut inner);
    assert_eq!(frame.step(&mut ()).complete(), Some(4));
    assert_eq!(count.get(), 2);
    assert_eq!(message(|| frame.step(&mut ())), "generator resumed after completion");
    drop(frame);
    assert_eq!(message(|| inner.step(&mut ())), "generator resumed after completion");

    let mut inner = divide(Count(&count), 6, 0).into_box();
    let mut frame = outer(&count, &mut inner);
    assert_eq!(message(|| frame.step(&mut ())), "attempt to divide by zero");
    assert_eq!(count.get(), 4);
    assert_eq!(message(|| frame.step(&mut ())), "generator resumed after panicking");
    drop(frame);
    assert_eq!(message(|| inner.step(&mut ())), "generator resumed after panicking");
    drop(inner);
    assert_eq!(count.get(), 4);

    let _ = panic::take_hook();
    assert_eq!(generator::run(divide(Count(&count), 8, 4)), 2);
}
