//@ edition: 2024

// `yield` where nothing can be suspended: what stands around it is named, and `=>` is offered.

#![feature(native_generators)]
#![allow(dead_code)]

fn no_return_type() {
    yield 1; //~ ERROR `yield` outside of a generator
}

fn other_return_type() -> u32 {
    yield 1 //~ ERROR `yield` outside of a generator
}

// That what it returns is no iterator says nothing new.
fn arrow_of_functions() -> impl Iterator<Item = u32> {
    for n in 0..3 {
        yield n; //~ ERROR `yield` outside of a generator
    }
}

fn awaits_of_functions() -> impl std::generator::Future<Return = u32> {
    let n = await std::generator::ready(1); //~ ERROR `await` outside of a generator
    n + 1
}

const ITEM: u32 = yield 1; //~ ERROR `yield` outside of a generator

async fn in_async() {
    yield 1 //~ ERROR `yield` outside of a generator
}

fn with_inner_bodies() => impl Iterator<Item = u32> {
    fn inner() {
        yield 1; //~ ERROR `yield` outside of a generator
    }
    yield 2;
    let future = async { yield 3 }; //~ ERROR `yield` outside of a generator
    drop(future);
    yield [0; { yield 4 }].len() as u32; //~ ERROR `yield` outside of a generator
}

fn operand_is_checked() {
    yield missing; //~ ERROR `yield` outside of a generator
    //~^ ERROR cannot find value `missing` in this scope
}

fn main() {}
