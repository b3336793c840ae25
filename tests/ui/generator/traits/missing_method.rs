//@ edition: 2024

// What is suggested for a method that is missing declares it as its trait does.

#![feature(native_generators)]

use std::generator::{Executor, Future, Timer};

trait Source {
    fn items(&self) => impl Iterator<Item = u32>;
    fn wait(&self) => static impl Future<Return = u32>;
    fn ordinary(&self) -> impl Iterator<Item = u32>;
}

struct S;

impl Source for S {} //~ ERROR E0046

impl Executor for S {
    type Blocked = ();
    type Resume = ();
    fn take_resume(&mut self) {}
}

impl Timer for S {} //~ ERROR E0046

fn main() {}
