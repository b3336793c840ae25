//@ edition: 2024

// A `static` frame is resumed through a pin only: not by a loop, an adapter, a method of an
// executor, from inside of a struct, a box or a cell, nor under another name.

#![feature(native_generators)]

use std::cell::RefCell;
use std::generator::{Arg, Future, Generator, Stream, Task};
use std::pin::{Pin, pin};
use std::rc::Rc;

fn numbers() => static impl Stream<Yield = u32, Return = ()> {
    let n = 1;
    let lent = &n;
    yield *lent;
    yield *lent;
}

fn echo() => static impl Stream<Arg<u32>, Yield = u32, Return = ()> {
    yield 1;
}

fn task() => static impl Future<Task, Return = ()> {
    await std::future::ready(())
}

fn by_loop() {
    for _ in numbers() {} //~ ERROR is not an iterator
}

fn by_method(mut frame: impl Generator<Yield = u32>) {
    frame.step(&mut ()); //~ ERROR cannot be unpinned
}

fn by_executor() {
    echo().start(); //~ ERROR cannot be unpinned
    echo().send(1); //~ ERROR cannot be unpinned
}

struct Held<G> {
    frame: G,
}

impl<G: Generator> Held<G> {
    fn from_a_field(&mut self) {
        let _ = Pin::new(&mut self.frame).resume(&mut ()); //~ ERROR cannot be unpinned
        let _ = self.frame.step(&mut ()); //~ ERROR cannot be unpinned
    }

    /// The field of something that is pinned is not pinned by that.
    fn from_a_pinned_field(self: Pin<&mut Self>) {
        let _ = self.get_mut().frame.step(&mut ());
        //~^ ERROR `G` cannot be unpinned
        //~| ERROR `G` cannot be unpinned
    }
}

fn from_a_box() {
    let mut boxed = Box::new(numbers());
    boxed.step(&mut ()); //~ ERROR cannot be unpinned
    let mut pinned = Box::into_pin(boxed);
    let _ = pinned.as_mut().resume(&mut ());
    let _ = Pin::into_inner(pinned); //~ ERROR cannot be unpinned
}

fn from_a_cell() {
    let cell = Rc::new(RefCell::new(numbers()));
    cell.borrow_mut().step(&mut ()); //~ ERROR cannot be unpinned
    let _ = Pin::new(&mut *cell.borrow_mut()).resume(&mut ()); //~ ERROR cannot be unpinned
}

/// Shared, and pinned, it cannot be resumed; taken out, it would not be pinned.
fn from_an_rc() {
    let mut shared = Rc::pin(numbers());
    let _ = shared.as_mut().resume(&mut ()); //~ ERROR its trait bounds were not satisfied
    let _ = Rc::try_unwrap(Pin::into_inner(shared)); //~ ERROR cannot be unpinned
}

fn lent_twice() {
    let mut frame = pin!(numbers());
    let first = frame.as_mut();
    let second = frame.as_mut(); //~ ERROR cannot borrow `frame` as mutable more than once
    let _ = first.resume(&mut ());
    let _ = second.resume(&mut ());
}

fn moved_into_the_pin() {
    let frame = numbers();
    let _ = pin!(frame).resume(&mut ());
    let _ = pin!(frame).resume(&mut ()); //~ ERROR use of moved value: `frame`
}

fn replaced() {
    let mut frame = Box::pin(numbers());
    let _ = frame.as_mut().resume(&mut ());
    let _ = std::mem::replace(frame.as_mut().get_mut(), numbers()); //~ ERROR cannot be unpinned
    // What was in the pin is dropped there, and not moved.
    frame.set(numbers());
    frame = Box::pin(numbers());
    let _ = frame.as_mut().resume(&mut ());
}

fn in_a_movable_frame() => impl Iterator<Item = u32> {
    let mut inner = numbers();
    for n in inner.by_mut() { //~ ERROR cannot be unpinned
        yield n;
    }
}

fn polled(mut frame: impl core::future::Future<Output = ()>) {
    let _ = Pin::new(&mut frame); //~ ERROR cannot be unpinned
}

fn main() {
    polled(task().into_core());
    by_method(numbers());
}
