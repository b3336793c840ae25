//@ edition: 2024
//@ run-rustfix

// A capability that the body uses and its executor is not said to have: the bound is suggested.

#![feature(native_generators)]
#![allow(dead_code)]

use std::generator::{Executor, Future, Timer};
use std::time::Duration;

trait Log: Executor {
    fn log(&mut self, line: &str);
}

fn waits<E: Timer>() => impl Future<E, Return = ()> {
    await E::sleep(Duration::ZERO)
}

fn awaits<E: Executor>() => impl Future<E, Return = ()> {
    await waits() //~ ERROR the trait bound `E: Timer` is not satisfied
}

fn names<E: Executor>() => impl Future<E, Return = ()> {
    await E::sleep(Duration::ZERO); //~ ERROR named `sleep` found for type parameter `E`
}

fn uses<E: Executor>() => impl Future<E, Return = ()> {
    ref executor.log("line"); //~ ERROR no method named `log` found
}

fn main() {}
