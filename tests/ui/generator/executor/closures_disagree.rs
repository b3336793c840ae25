//@ edition: 2024

// A closure has one executor: what it is passed to, its body and its uses have to agree on it.

#![feature(native_generators)]

use std::generator::{self, Arg, Executor, Future, Generator, Stream, Task};

#[derive(Default)]
struct Board;

impl Executor for Board {
    type Blocked = ();
    type Resume = bool;

    fn take_resume(&mut self) -> bool {
        true
    }
}

fn on_board<G: Stream<Board, Yield = u32, Return = ()> + Unpin>(f: impl Fn() -> G) {
    f().step(&mut Board);
}

fn from_the_call() {
    on_board(|| => {
        let text: &str = yield 1; //~ ERROR mismatched types
        ref executor.missing();
        //~^ ERROR no method named `missing` found for mutable reference `&mut Board`
    });
    on_board(|| => {
        yield "text"; //~ ERROR mismatched types
    });
    on_board(|| => {
        yield 1;
        "end" //~ ERROR mismatched types
    });
}

fn from_the_first_use() {
    let closure = || => { yield 1; };
    on_board(&closure);
    closure().step(&mut ()); //~ ERROR mismatched types
    generator::run(closure());
    //~^ ERROR std::generator::Future` is not satisfied
}

fn from_the_body() {
    let closure = || => {
        let task: &mut Task = ref executor;
        task.waker();
    };
    generator::run(closure());
    //~^ ERROR std::generator::Future` is not satisfied
    generator::block_on(closure());
}

fn main() {}
