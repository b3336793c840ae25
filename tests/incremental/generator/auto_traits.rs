//@ revisions: rpass1 cfail2 rpass3
//@ edition: 2024

// Whether a frame is `Send` is found out again when a generator changes that it holds.

#![feature(native_generators)]

use std::generator::{Future, Task, block_on, ready};
use std::rc::Rc;

fn inner() => impl Future<Task, Return = usize> {
    let shared = Rc::new(3);
    let number = *shared;
    #[cfg(not(cfail2))]
    drop(shared);
    await ready(());
    number
}

fn outer() => impl Future<Task, Return = usize> {
    await inner() + await inner()
}

fn on_a_thread<T: Send>(value: T) -> T {
    value
}

fn main() {
    let sum = block_on(on_a_thread(outer()));
    //[cfail2]~^ ERROR generator cannot be sent between threads safely
    assert_eq!(sum, 6);
}
