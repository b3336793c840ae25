//@ edition: 2024

// The ways by which values move that one does not think of at once: none takes a pinned frame away.

#![feature(native_generators)]

use std::cell::{Cell, RefCell};
use std::future::ready;
use std::generator::{Boxed, ByMut, Future, Generator, Joined, Stream, Task, join};
use std::mem::{self, ManuallyDrop};
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::sync::Arc;

fn stream() => static impl Stream<Yield = u32, Return = ()> {
    let number = 1;
    let lent = &number;
    yield 1;
    yield *lent;
}

fn future() => static impl Future<Task, Return = ()> {
    await ready(());
}

fn taken_from_an_option() {
    let mut frame = pin!(Some(stream()));
    let _ = frame.as_mut().as_pin_mut().unwrap().resume(&mut ());
    let _ = frame.take();
    //~^ ERROR cannot borrow data in dereference of `Pin<&mut Option<impl Stream +
}

fn got_from_an_option() {
    let mut frame = pin!(Some(stream()));
    let _ = frame.as_mut().get_mut().take(); //~ ERROR cannot be unpinned
}

fn out_of_a_vec() {
    let mut frames = vec![stream()];
    let _ = Pin::new(&mut frames[0]).resume(&mut ()); //~ ERROR cannot be unpinned
    let _ = frames[0].step(&mut ()); //~ ERROR cannot be unpinned
}

fn replaced() {
    let mut frame = Box::pin(stream());
    let _ = frame.as_mut().resume(&mut ());
    let _ = mem::replace(&mut *frame, stream());
    //~^ ERROR cannot borrow data in dereference of `Pin<Box<impl Stream +
}

fn taken_apart() {
    let mut frames = pin!((stream(), stream()));
    let (_first, _second) = frames.as_mut().get_mut(); //~ ERROR cannot be unpinned
}

fn matched() {
    let frames = Box::pin((stream(), stream()));
    let (_first, _second) = *frames; //~ ERROR cannot move out of dereference of
}

fn shared() {
    let _ = Rc::get_mut(&mut Rc::pin(stream())); //~ ERROR mismatched types
    let _ = Arc::try_unwrap(Arc::pin(stream())); //~ ERROR mismatched types
    let _ = RefCell::new(stream()).borrow_mut().step(&mut ()); //~ ERROR cannot be unpinned
    let _ = Cell::new(stream()).get_mut().step(&mut ()); //~ ERROR cannot be unpinned
}

fn not_dropped() {
    let mut frame = pin!(ManuallyDrop::new(stream()));
    let _ = frame.as_mut().resume(&mut ()); //~ ERROR no method named `resume` found for struct
}

fn by_an_adapter() {
    let mut frame = stream();
    let _ = ByMut::from(&mut frame); //~ ERROR the trait bound
    let _ = frame.by_mut(); //~ ERROR cannot be unpinned
    let _ = frame.map_yield(|n| n).step(&mut ()); //~ ERROR cannot be unpinned
    let _ = stream().map_return(|()| 1).step(&mut ()); //~ ERROR cannot be unpinned
    let _ = stream().iter(); //~ ERROR cannot be unpinned
    for _ in stream() {}
    //~^ ERROR `impl Stream + Generator<Yield = u32, Return = ()>` is not an iterator
}

fn joined() {
    let mut all = pin!(join((future(), future())));
    let _ = mem::replace(&mut *all, join((future(), future())));
    //~^ ERROR cannot borrow data in dereference of `Pin<&mut
}

fn taken_from_a_join() {
    let mut one = pin!(Joined::new(future()));
    let _ = one.take(); //~ ERROR cannot borrow data in dereference of `Pin<&mut Joined<Task, impl
}

fn joined_in_a_slice(frames: &mut [Joined<Task, impl Future<Task>>]) {
    let _ = join::<Task, _>(frames);
    //~^ ERROR `impl Future<Task>` cannot be unpinned
    //~| ERROR `impl Future<Task>` cannot be unpinned
}

fn from_a_box_that_is_not_pinned(frame: Box<dyn Stream<Yield = u32, Return = ()>>) {
    let _ = Boxed::from(frame); //~ ERROR the trait bound
}

fn main() {}
