//@ edition: 2024

// `ref executor` goes nowhere that outlives the resumption: not into a static, nor through an
// argument, nor out with what is yielded or returned, nor into a closure that is kept.

#![feature(native_generators)]

use std::cell::{Cell, RefCell};
use std::future::ready;
use std::generator::{Future, Generator, Stream, Task};
use std::pin::pin;

thread_local! {
    static KEPT: RefCell<Option<&'static mut Task>> = const { RefCell::new(None) };
}

fn in_a_static() => impl Future<Task, Return = ()> {
    let task = ref executor; //~ ERROR `ref executor` does not live long enough
    KEPT.with(|kept| *kept.borrow_mut() = Some(task));
}

fn in_a_static_by_a_closure() => impl Future<Task, Return = ()> {
    KEPT.with(|kept| *kept.borrow_mut() = Some(ref executor));
    //~^ ERROR `ref executor` outside of a generator
}

fn annotated() => impl Future<Task, Return = ()> {
    let _: &'static mut Task = ref executor; //~ ERROR `ref executor` does not live long enough
}

fn through_an_argument<'a>(out: &mut Option<&'a mut Task>) => impl Future<Task, Return = ()> {
    *out = Some(ref executor); //~ ERROR `ref executor` does not live long enough
}

fn through_a_cell<'a>(out: &Cell<Option<&'a mut Task>>) => impl Future<Task, Return = ()> {
    out.set(Some(ref executor)); //~ ERROR `ref executor` does not live long enough
}

fn yielded<'a>() => impl Stream<Task, Yield = &'a mut Task, Return = ()> {
    yield ref executor;
    //~^ ERROR `ref executor` cannot be kept across a suspend point
}

fn returned<'a>() => impl Future<Task, Return = &'a mut Task> {
    ref executor //~ ERROR `ref executor` does not live long enough
}

fn in_a_closure_that_is_kept<'a>(
    all: &mut Vec<Box<dyn FnMut() + 'a>>,
) => impl Future<Task, Return = ()> {
    let task = ref executor; //~ ERROR `ref executor` does not live long enough
    all.push(Box::new(|| drop(task.waker())));
}

fn lent(task: &mut Task) => impl Stream<Yield = (), Return = ()> {
    yield drop(task.waker());
}

fn in_another_frame() => static impl Future<Task, Return = ()> {
    let mut frame = pin!(lent(ref executor));
    //~^ ERROR `ref executor` cannot be kept across a suspend point
    let _ = frame.as_mut().resume(&mut ());
    await ready(());
    let _ = frame.as_mut().resume(&mut ());
}

fn from_the_last_turn() => static impl Future<Task, Return = ()> {
    let mut last: Option<&mut Task> = None;
    loop {
        last.map(|task| task.waker());
        last = Some(ref executor); //~ ERROR `ref executor` cannot be kept across a suspend point
        await ready(());
    }
}

fn pushed() => static impl Future<Task, Return = ()> {
    let mut all = vec![];
    all.push(ref executor); //~ ERROR `ref executor` cannot be kept across a suspend point
    await ready(());
    all.len();
}

fn main() {}
