//@ check-pass
//@ edition: 2024

// What is lost silently is warned of: values that must be used, frames that nobody runs, labels,
// variables and parentheses.

#![feature(native_generators)]
#![warn(unused)]

use std::generator::{Future, Stream, Task, ready};

fn number() => impl Future<Return = u32> {
    1
}

fn result() => impl Future<Return = Result<u32, String>> {
    Ok(1)
}

fn stream() => impl Stream<Yield = u32, Return = Result<(), String>> {
    yield 1;
    Ok(())
}

#[must_use = "a promise"]
fn promise() => impl Future<Return = u32> {
    2
}

#[must_use]
fn promises() => impl Stream<Yield = u32, Return = u32> {
    yield 3;
    4
}

#[must_use]
async fn future_promise() -> u32 {
    5
}

pub fn under_a_task() => static impl Future<Task, Return = ()> {
    await future_promise(); //~ WARN unused output of future returned by `future_promise`
}

pub async fn in_async_code() {
    core_promise().await; //~ WARN unused output of generator returned by `core_promise`
    future_promise().await; //~ WARN unused output of future returned by `future_promise`
}

#[must_use]
fn core_promise() => impl std::future::Future<Output = u32> {
    6
}

pub fn values() => impl Stream<Yield = u32, Return = ()> {
    await number();
    await result(); //~ WARN unused `Result` that must be used
    result().await; //~ WARN unused `Result` that must be used
    let _ = await result();
    await promise(); //~ WARN unused output of generator returned by `promise` that must be used
    promise().await; //~ WARN unused output of generator returned by `promise` that must be used
    await for _ in promises() {}; // Its items are used.
    yield.. promises();
    let _ = await promise();
    await number() + 1; //~ WARN unused arithmetic operation that must be used
    await for _ in stream() {}; //~ WARN unused `Result` that must be used
    yield.. stream(); //~ WARN unused `Result` that must be used
    let _ = yield.. stream();
}

pub fn frames() => impl Future<Return = ()> {
    number(); //~ WARN unused generator that must be used
    promise(); //~ WARN unused generator that must be used
    //~^ WARN unused return value of `promise` that must be used
    ready(1); //~ WARN unused `std::generator::Ready` that must be used
    stream(); //~ WARN unused generator that must be used
    let _ = number();
    await ready(());
}

pub fn executors() => impl Future<Task, Return = ()> {
    ref executor;
    ref executor.waker();
    let task = ref executor; //~ WARN unused variable: `task`
}

pub fn variables() => impl Future<Return = ()> {
    let unused = await number(); //~ WARN unused variable: `unused`
    let mut constant = await number(); //~ WARN variable does not need to be mutable
    assert_eq!(constant, 1);
    let mut assigned = 0; //~ WARN variable `assigned` is assigned to, but never used
    assigned = await number(); //~ WARN value assigned to `assigned` is never read
    await for n in 0..3 {} //~ WARN unused variable: `n`
    await for mut m in 0..3 { //~ WARN variable does not need to be mutable
        assert!(m < 3);
    }
    await for (a, _) in [(1, 2)] {} //~ WARN unused variable: `a`
}

pub fn labels_and_parentheses() => impl Future<Return = u32> {
    'unused: await for _ in 0..3 {} //~ WARN unused label
    'used: await for _ in 0..3 {
        await for _ in 0..3 {
            break 'used;
        }
    }
    'shadowed: await for _ in 0..3 { //~ WARN unused label
        'shadowed: await for _ in 0..3 {
        //~^ WARN label name `'shadowed` shadows a label name that is already in scope
            break 'shadowed;
        }
    }
    if (await ready(true)) {} //~ WARN unnecessary parentheses around `if` condition
    while (ready(false).await) {} //~ WARN unnecessary parentheses around `while` condition
    await for _ in (0..3) {} //~ WARN unnecessary parentheses around `for` iterator expression
    let n = (await number()); //~ WARN unnecessary parentheses around assigned value
    return (await ready(n)); //~ WARN unnecessary parentheses around `return` value
}

fn main() {}
