//@ edition: 2024

// What cannot be awaited: the error says which executor the body has, where that is said, and what
// the operand is instead.

#![feature(native_generators, never_type)]

use std::generator::{self, Arg, Executor, Generator, State, Task};
use std::pin::Pin;

struct Clock;

impl Executor for Clock {
    type Blocked = ();
    type Resume = ();

    fn take_resume(&mut self) {}
}

trait Timer: Executor {}

struct Sleep;

impl<E: Timer> Generator<E> for Sleep {
    type Yield = !;
    type Return = ();

    fn resume(self: Pin<&mut Self>, _: &mut E) -> State<!, (), E::Blocked> {
        State::Complete(())
    }
}

fn tick() => impl generator::Future<Clock, Return = ()> {}

fn synchronous() => impl generator::Future<Return = ()> {
    await tick(); //~ ERROR cannot be awaited in a generator whose executor is `()`
    await std::future::ready(()) //~ ERROR cannot be awaited in a generator whose executor is `()`
}

fn of_task() => impl core::future::Future<Output = ()> {
    await tick(); //~ ERROR cannot be awaited in a generator whose executor is `Task`
    await "text"; //~ ERROR cannot be awaited in a generator whose executor is `Task`
}

fn any<E: Executor>() => impl generator::Future<E, Return = ()> {
    await tick(); //~ ERROR cannot be awaited in a generator whose executor is `E`
    await Sleep; //~ ERROR the trait bound `E: Timer` is not satisfied
}

fn is_sent() => impl Generator<Arg<u32>, Yield = u32, Return = ()> {
    await Sleep; //~ ERROR the trait bound `Arg<u32>: Timer` is not satisfied
}

struct Request;

impl IntoFuture for Request {
    type Output = u32;
    type IntoFuture = std::future::Ready<u32>;

    fn into_future(self) -> std::future::Ready<u32> {
        std::future::ready(1)
    }
}

fn conversion() => impl generator::Future<Task, Return = u32> {
    await Request //~ ERROR cannot be awaited in a generator whose executor is `Task`
}

fn main() {
    // What a closure awaits decides its executor.
    let closure = || => {
        await tick();
    };
    generator::run(closure()); //~ ERROR is not satisfied
}
