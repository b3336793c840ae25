//@ edition: 2024

// The contexts of two polls cannot be exchanged, nor can one be put where it outlives its waker.

#![feature(native_generators)]

use std::generator::Task;
use std::mem;
use std::task::{Context, Waker};

fn swapped(outer: &mut Task, inner: &mut Task) {
    outer.with_context(|outer| inner.with_context(|inner| mem::swap(outer, inner)));
    //~^ ERROR borrowed data escapes outside of closure
    //~| ERROR borrowed data escapes outside of closure
}

fn replaced(task: &mut Task, waker: Waker) {
    task.with_context(|context| *context = Context::from_waker(&waker));
    //~^ ERROR `waker` does not live long enough
    task.with_context(|context| *context = Context::from_waker(Waker::noop()));
}

fn lent<'a>(task: &'a mut Task) -> &'a Waker {
    task.with_context(|context| context.waker()) //~ ERROR lifetime may not live long enough
}

fn main() {}
