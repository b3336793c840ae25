//@ edition: 2024

// What generator functions are lowered to lies in a module that can be named. Nothing there lets
// safe code follow a handle, or make one.

#![feature(native_generators)]

use std::generator::lowering::{
    Handle, Phase, executor, resume, resume_in_place, take_resume, unblocked,
};
use std::generator::{Generator, Task};

fn followed(mut handle: Handle<Task>, mut generator: impl Generator<Task> + Unpin) {
    take_resume(handle); //~ ERROR call to unsafe function `std::generator::lowering::take_resume`
    executor(&mut handle); //~ ERROR call to unsafe function `std::generator::lowering::executor`
    unblocked(handle); //~ ERROR call to unsafe function `std::generator::lowering::unblocked`
    let _ = resume(handle, &mut generator);
    //~^ ERROR call to unsafe function `std::generator::lowering::resume`
    let _ = resume_in_place(handle, &mut generator);
    //~^ ERROR call to unsafe function `std::generator::lowering::resume_in_place`
}

fn looked_into(handle: Handle<Task>) {
    let _ = handle.executor;
    //~^ ERROR field `executor` of struct `std::generator::lowering::Handle` is
}

fn made(task: &mut Task) {
    let _ = Handle::new(task); //~ ERROR associated function `new` is private
    let _: Handle<Task> = Default::default(); //~ ERROR the trait bound
    let _ = Phase::of(&1); //~ ERROR associated function `of` is private
}

fn main() {}
