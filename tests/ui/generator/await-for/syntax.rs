//@ edition: 2024

// `await for` is written like `for`: a pattern, `in`, what is iterated over, and a block.

#![feature(native_generators)]

use std::generator::Future;

fn no_pattern() => impl Future<Return = ()> {
    await for in [1] {} //~ ERROR expected pattern, found keyword `in`
}

fn no_source() => impl Future<Return = ()> {
    await for n in {} //~ ERROR missing expression to iterate on in `for` loop
}

fn of_for_in() => impl Future<Return = ()> {
    await for n of [1] {} //~ ERROR missing `in` in `for` loop
}

fn parentheses() => impl Future<Return = ()> {
    await for (n in [1]) {} //~ ERROR unexpected parentheses surrounding `for` loop head
}

fn with_else() => impl Future<Return = ()> {
    await for n in [1] {} else {} //~ ERROR `for...else` loops are not supported
}

fn with_let() => impl Future<Return = ()> {
    await for let n in [1] {} //~ ERROR expected pattern, found `let`
}

fn main() {}
