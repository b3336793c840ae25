//@ edition: 2024

// Nobody but a poll makes a task, and nobody has one by value.

#![feature(native_generators)]

use std::generator::{Future, Task};
use std::mem;
use std::task::{Context, Waker};

fn of_a_context() {
    Task::of(&mut Context::from_waker(Waker::noop())); //~ ERROR associated function `of` is private
}

fn new() -> Task {
    Task::new()
    //~^ ERROR no associated function or constant named `new` found for struct `Task`
}

fn default() -> Task {
    Default::default() //~ ERROR the trait bound `Task: Default` is not satisfied
}

fn cloned(task: &mut Task) -> Task {
    task.clone()
    //~^ ERROR no method named `clone` found for mutable reference `&mut Task`
}

fn moved(task: &mut Task) -> Task {
    *task //~ ERROR cannot move out of `*task` which is behind a mutable reference
}

fn taken(task: &mut Task) -> Task {
    mem::take(task) //~ ERROR the trait bound `Task: Default` is not satisfied
}

fn in_a_body() => impl Future<Task, Return = Task> {
    *ref executor //~ ERROR cannot move out of a mutable reference
}

fn boxed(task: &mut Task) -> Box<Task> {
    Box::new(*task) //~ ERROR cannot move out of `*task` which is behind a mutable reference
}

fn main() {}
