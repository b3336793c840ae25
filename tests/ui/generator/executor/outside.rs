//@ edition: 2024

// `ref executor` outside of a generator: there is no executor, and what is around says why.

#![feature(native_generators)]

use std::generator::Task;

static STATIC: &() = ref executor; //~ ERROR `ref executor` outside of a generator

fn function() {
    ref executor; //~ ERROR `ref executor` outside of a generator
}

fn returns() -> &'static mut Task {
    ref executor //~ ERROR `ref executor` outside of a generator
}

async fn asynchronous() {
    ref executor.waker(); //~ ERROR `ref executor` outside of a generator
}

fn body() => impl Iterator<Item = u32> {
    let closure = || ref executor; //~ ERROR `ref executor` outside of a generator
    let block = async { drop(ref executor) }; //~ ERROR `ref executor` outside of a generator
    drop((closure, block));
    yield 1;
}

fn main() {
    if true {
        drop(ref executor); //~ ERROR `ref executor` outside of a generator
    }
}
