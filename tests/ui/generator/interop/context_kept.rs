//@ edition: 2024

// The context of a poll is lent to a closure, and leaves it by no way.

#![feature(native_generators)]

use std::cell::Cell;
use std::generator::{self, Future, State, Task};
use std::task::{Context, Waker};

fn returned<'a>(task: &'a mut Task) -> &'a mut Context<'a> {
    task.with_context(|context| context) //~ ERROR lifetime may not live long enough
    //~^ ERROR lifetime may not live long enough
    //~| ERROR lifetime may not live long enough
}

fn its_waker(task: &mut Task) -> &Waker {
    task.with_context(|context| context.waker()) //~ ERROR lifetime may not live long enough
}

fn stored_outside(task: &mut Task) {
    let mut kept = None;
    task.with_context(|context| kept = Some(context));
    //~^ ERROR borrowed data escapes outside of closure
    //~| ERROR borrowed data escapes outside of closure
    drop(kept);
}

fn stored_for_the_next_poll() {
    let mut all: Vec<&mut Context<'_>> = vec![];
    let _ = generator::from_fn(move |task: &mut Task| {
        task.with_context(|context| all.push(context));
        //~^ ERROR borrowed data escapes outside of closure
        //~| ERROR borrowed data escapes outside of closure
        State::<(), (), ()>::Blocked(())
    });
}

thread_local!(static KEPT: Cell<Option<&'static Waker>> = const { Cell::new(None) });

fn in_a_static(task: &mut Task) {
    task.with_context(|context| KEPT.set(Some(context.waker())));
    //~^ ERROR borrowed data escapes outside of closure
}

fn replaced<'a>(task: &mut Task, other: Context<'a>) {
    task.with_context(|context| *context = other);
    //~^ ERROR borrowed data escapes outside of closure
    //~| ERROR lifetime may not live long enough
}

fn across_an_await() => impl Future<Task, Return = ()> {
    let mut kept: Option<&Waker> = None;
    ref executor.with_context(|context| kept = Some(context.waker()));
    //~^ ERROR borrowed data escapes outside of closure
    await std::future::ready(());
    drop(kept);
}

fn main() {}
