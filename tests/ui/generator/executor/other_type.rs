//@ edition: 2024

// The type of `ref executor` is `&mut E`, also in what is said where another is wanted.

#![feature(native_generators)]

use std::generator::{Arg, EventLoop, Executor, Future, Task};

fn task() => impl Future<Task, Return = ()> {
    let event_loop: &mut EventLoop = ref executor; //~ ERROR mismatched types
    drop(event_loop);
}

fn arg() => impl Future<Arg<u32>, Return = ()> {
    let arg: &mut Arg<String> = ref executor; //~ ERROR mismatched types
    drop(arg);
}

fn generic<E: Executor>() => impl Future<E, Return = ()> {
    takes(ref executor); //~ ERROR mismatched types
}

fn takes(_: &mut Task) {}

fn by_value() => impl Future<Task, Return = ()> {
    let task: Task = ref executor; //~ ERROR mismatched types
    drop(task);
}

fn shared() => impl Future<Task, Return = u32> {
    let task: &Task = ref executor;
    let number: u32 = ref executor; //~ ERROR mismatched types
    drop(task);
    number
}

fn main() {}
