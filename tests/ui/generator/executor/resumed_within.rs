//@ edition: 2024

// Nobody can resume a frame from within itself, nor hand it the executor that is running it.

#![feature(native_generators)]

use std::generator::{Boxed, Executor, Future, Generator, State, Stream, from_fn};

struct Holder<'a> {
    frame: Option<Boxed<'a, Holder<'a>, u32, ()>>,
}

impl<'a> Executor for Holder<'a> {
    type Blocked = ();
    type Resume = ();

    fn take_resume(&mut self) {}
}

fn count() => impl Stream<Yield = u32, Return = ()> {
    yield 1;
}

fn captured() {
    let mut frame = count();
    let mut outer = from_fn(|_: &mut ()| frame.step(&mut ()));
    frame.step(&mut ()); //~ ERROR cannot borrow `frame` as mutable more than once at a time
    outer.step(&mut ());
}

fn argument<'a>(frame: &mut Boxed<'a, (), u32, ()>) => impl Future<Return = ()> {
    frame.step(&mut ());
}

fn in_itself(mut frame: Boxed<'_, (), u32, ()>) {
    let mut inner = argument(&mut frame);
    frame.step(&mut ()); //~ ERROR cannot borrow `frame` as mutable more than once at a time
    inner.step(&mut ());
}

fn in_the_executor<'a>(holder: &mut Holder<'a>) -> State<u32, (), ()> {
    holder.frame.as_mut().unwrap().step(holder)
    //~^ ERROR cannot borrow `*holder` as mutable more than once at a time
}

fn twice(frame: &mut Boxed<'_, (), u32, ()>, executor: &mut ()) {
    let mut first = from_fn(|_: &mut ()| frame.step(executor));
    let mut second = from_fn(|_: &mut ()| frame.step(executor));
    //~^ ERROR two closures require unique access to `*frame` at the same time
    //~| ERROR two closures require unique access to `*executor` at the same time
    first.step(&mut ());
    second.step(&mut ());
}

fn main() {
    captured();
}
