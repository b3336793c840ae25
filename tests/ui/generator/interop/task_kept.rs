//@ edition: 2024

// A task is lent for one poll: it is not kept, and not sent to a thread that may outlive that.

#![feature(native_generators)]

use std::cell::RefCell;
use std::generator::{self, Future, State, Task};

fn kept_by_a_closure() {
    let mut kept = None;
    let _ = generator::from_fn(|task: &mut Task| {
        kept = Some(task); //~ ERROR borrowed data escapes outside of closure
        State::<(), (), ()>::Blocked(())
    });
}

fn kept_by_what_is_awaited() => static impl Future<Task, Return = ()> {
    let kept: RefCell<Vec<&mut Task>> = RefCell::default();
    await generator::from_fn(|task: &mut Task| {
        kept.borrow_mut().push(task); //~ ERROR borrowed data escapes outside of closure
        State::Complete(())
    });
}

fn in_an_argument(slot: &mut Option<&'static mut Task>) => impl Future<Task, Return = ()> {
    *slot = Some(ref executor); //~ ERROR borrowed data escapes outside of generator
}

fn across_an_await() => static impl Future<Task, Return = ()> {
    let task = ref executor; //~ ERROR `ref executor` cannot be kept across a suspend point
    await std::future::ready(());
    drop(task.waker());
}

fn main() {}
