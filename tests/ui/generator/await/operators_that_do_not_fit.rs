//@ edition: 2024

// An operator without an implementation is all that is wrong here, whatever its right side awaits.

#![feature(native_generators)]

use std::generator::{Executor, Stream, Task};

struct Money(u32);

fn fetch(n: u32) => impl Future<Output = u32> {
    n + 1
}

fn tens<E: Executor>() => impl Stream<E, Yield = u32, Return = ()> {
    yield 10;
}

fn added() => impl Future<Output = u32> {
    let first = fetch(1);
    first + await fetch(2) //~ ERROR cannot add `u32` to
}

fn compared() => impl Future<Output = bool> {
    Money(1) == fetch(2).await //~ ERROR binary operation `==` cannot be applied to type `Money`
}

fn assigned() => impl Future<Output = ()> {
    let mut sum = Money(1);
    sum += await fetch(2); //~ ERROR binary assignment operation `+=` cannot be applied to type `Money`
}

fn generic<E: Executor>() => impl Stream<E, Yield = u32, Return = ()> {
    Money(2) + (yield.. tens()) //~ ERROR cannot add `()` to `Money`
}

fn each() => impl Stream<Task, Yield = u32, Return = ()> {
    Money(2) - await for n in tens() { //~ ERROR cannot subtract `()` from `Money`
        yield n
    }
}

fn main() {}
