//@ edition: 2024

// `break` and `continue` reach the loops of their own body only, and only labels that are there.

#![feature(native_generators)]

use std::generator::{Future, ready};

fn undeclared() => impl Future<Return = ()> {
    'known: await for n in 0..3 {
        if n == 1 {
            break 'unknown; //~ ERROR use of undeclared label `'unknown`
        }
        continue 'konwn; //~ ERROR use of undeclared label `'konwn`
    }
}

fn after_the_loop() => impl Future<Return = ()> {
    'over: await for _ in 0..3 {}
    break 'over; //~ ERROR use of undeclared label `'over`
    //~^ ERROR `break` inside of a generator
}

fn in_the_head() => impl Future<Return = ()> {
    'head: await for _ in { break 'head; 0..3 } {} //~ ERROR use of undeclared label `'head`
    //~^ ERROR `break` inside of a generator
}

fn from_a_closure() => impl Future<Return = ()> {
    'outer: await for n in 0..3 {
        let closure = || {
            if n == 1 {
                break; //~ ERROR `break` inside of a closure
            }
            continue 'outer; //~ ERROR use of unreachable label `'outer`
            //~^ ERROR `continue` inside of a closure
        };
        closure();
    }
}

fn from_a_generator() => impl Future<Return = ()> {
    await for n in 0..3 {
        let inner = |n: u32| => {
            yield n;
            continue; //~ ERROR `continue` inside of a generator
        };
        drop(inner);
    }
}

fn from_an_async_block() => impl Future<Return = ()> {
    await for n in 0..3 {
        let block = async {
            if n == 2 {
                break; //~ ERROR `break` inside `async` block
            }
        };
        drop(block);
    }
}

fn outside() => impl Future<Return = ()> {
    break; //~ ERROR `break` inside of a generator
    await ready(());
    continue; //~ ERROR `continue` inside of a generator
}

fn main() {}
