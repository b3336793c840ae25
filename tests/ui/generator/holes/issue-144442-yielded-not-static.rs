//@ edition: 2024

// A frame that yields what is not `'static` is not either: it may have kept a share of it.

#![feature(async_iterator, native_generators)]

use std::any::Any;
use std::async_iter::AsyncIterator;
use std::cell::RefCell;
use std::generator::{Boxed, Executor, Generator, IntoBox, Stream};
use std::rc::Rc;

type Slot<'a> = Rc<RefCell<Option<&'a str>>>;

fn movable<'a>() => impl Stream<Yield = Slot<'a>, Return = ()> + 'static {
    //~^ ERROR lifetime may not live long enough
    let slot = Rc::default();
    yield Rc::clone(&slot);
    yield slot;
}

fn in_place<'a>() => static impl Stream<Yield = Slot<'a>, Return = ()> + 'static {
    //~^ ERROR lifetime may not live long enough
    let slot = Rc::default();
    yield Rc::clone(&slot);
    yield slot;
}

fn iterator<'a>() => impl Iterator<Item = Slot<'a>> + 'static {
    //~^ ERROR lifetime may not live long enough
    yield Rc::default();
}

fn async_iterator<'a>() => impl AsyncIterator<Item = Slot<'a>> + 'static {
    //~^ ERROR lifetime may not live long enough
    yield Rc::default();
}

fn of_a_parameter<T: Default>() => impl Iterator<Item = T> + 'static {
    //~^ ERROR the parameter type `T` may not live long enough
    yield T::default();
}

/// Blocks with a share of what it keeps.
struct Waits<'a>(Slot<'a>);

impl<'a> Executor for Waits<'a> {
    type Blocked = Slot<'a>;
    type Resume = ();

    fn take_resume(&mut self) {}
}

fn blocks<'a>() => impl Stream<Waits<'a>, Yield = (), Return = ()> + 'static {
    //~^ ERROR lifetime may not live long enough
    yield;
}

fn closure<'a>() -> Box<dyn Any> {
    let make = || => {
        let slot: Slot<'a> = Rc::default();
        yield Rc::clone(&slot);
        yield slot;
    };
    Box::new(make()) //~ ERROR lifetime may not live long enough
}

fn boxed<'a>() -> Boxed<'static, (), Slot<'a>, ()> {
    captures::<'a>().into_box() //~ ERROR lifetime may not live long enough
}

fn captures<'a>() => impl Stream<Yield = Slot<'a>, Return = ()> {
    yield Rc::default();
}

/// What is yielded may be `'static`, whatever else is in scope.
fn not_of_the_lifetime<'a>(text: &'static str) => impl Stream<Yield = &'static str, Return = ()> {
    yield text;
}

fn main() {
    let text = String::from("a text");
    let mut frame = captures();
    if let Some(slot) = frame.step(&mut ()).yielded() {
        *slot.borrow_mut() = Some(&text); //~ ERROR `text` does not live long enough
    }
    let _: Box<dyn Any> = Box::new(not_of_the_lifetime("text"));
    let _: Box<dyn Any> = Box::new(frame);
}
