//@ edition: 2024

// A movable body cannot run in place what may not move.

#![feature(native_generators)]
#![allow(dead_code)]

use std::generator::Future;

fn pinned() => static impl Future<Return = ()> {}

fn movable() => impl Future<Return = ()> {
    await pinned() //~ ERROR cannot be run in place by a generator that may move
}

fn main() {}
