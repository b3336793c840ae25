//@ run-rustfix
//@ edition: 2024

// `async` and `gen` make coroutines of another kind. Beside `=>` they have to go.

#![feature(gen_blocks, native_generators)]
#![allow(dead_code)]

async fn ticks() => impl Iterator<Item = u32> { //~ ERROR `async` functions cannot be generators
    yield 1
}

gen fn numbers() => impl Iterator<Item = u32> { //~ ERROR `gen` functions cannot be generators
    yield 1
}

pub async gen fn both() => impl Iterator<Item = u32> {
    //~^ ERROR `async gen` functions cannot be generators
    yield 1
}

struct Clock;

impl Clock {
    pub(crate) async unsafe fn ticks(&self) => impl Iterator<Item = u32> {
        //~^ ERROR `async` functions cannot be generators
        yield 1
    }
}

fn main() {}
