//@ edition: 2024

// Once a `static` frame is pinned it stays where it is: nothing safe takes it out again.

#![feature(native_generators)]

use std::generator::{Boxed, Generator, IntoBox, Stream};
use std::mem;
use std::pin::{Pin, pin};

fn stream() => static impl Stream<Yield = u32, Return = ()> {
    yield 1;
}

fn on_the_stack() {
    let frame = stream();
    let mut pinned = pin!(frame);
    let _ = pinned.as_mut().resume(&mut ());
    drop(frame); //~ ERROR use of moved value: `frame`
}

fn out_of_the_pin() {
    let mut pinned = pin!(stream());
    let _ = pinned.as_mut().resume(&mut ());
    let _: &mut _ = pinned.get_mut(); //~ ERROR `{generator of `stream`}` cannot be unpinned
}

fn swapped() {
    let mut first = pin!(stream());
    let mut second = pin!(stream());
    let _ = first.as_mut().resume(&mut ());
    mem::swap(&mut *first, &mut *second);
    //~^ ERROR cannot borrow data in dereference of `Pin<
    //~| ERROR cannot borrow data in dereference of `Pin<
    *first = stream();
    //~^ ERROR cannot assign to data in dereference of `Pin<
}

fn out_of_the_box() {
    let mut boxed = Box::pin(stream());
    let _ = boxed.as_mut().resume(&mut ());
    let _ = Pin::into_inner(boxed); //~ ERROR `{generator of `stream`}` cannot be unpinned
}

fn moved_out_of_the_box() {
    let mut boxed = Box::pin(stream());
    let _ = boxed.as_mut().resume(&mut ());
    let moved = *boxed;
    //~^ ERROR cannot move out of dereference of `Pin<Box<
    drop(moved);
}

fn erased(boxed: Boxed<'_, (), u32, ()>) {
    let _ = boxed.generator; //~ ERROR field `generator` of struct `Boxed` is private
}

fn unpinned() {
    let mut frame = stream();
    let _ = Generator::resume(&mut frame, &mut ()); //~ ERROR mismatched types
}

fn lent<'a>() -> Pin<&'a mut (impl Stream<Yield = u32, Return = ()> + use<>)> {
    let mut frame = stream();
    pin!(frame) //~ ERROR cannot return value referencing temporary value
}

fn main() {
    erased(stream().into_box());
}
