//@ edition: 2024
//@ run-rustfix

// What `=>` would make a generator of is fixed by it: methods too.

#![feature(native_generators)]
#![allow(dead_code)]

use std::generator::{Future, Stream, ready};

struct Unit(u32);

impl Unit {
    fn inherent(&self) -> impl Future<Return = u32> {
        await ready(self.0) //~ ERROR `await` outside of a generator
    }

    fn numbers(self) -> impl Stream<Yield = u32, Return = ()> {
        yield.. Some(self.0) //~ ERROR `yield..` outside of a generator
    }
}

trait Provided {
    fn provided(&self) -> impl Future<Return = u32> {
        ready(1).await //~ ERROR `await` outside of a generator
    }
}

impl Provided for Unit {
    fn provided(&self) -> impl Future<Return = u32> {
        await self.inherent() //~ ERROR `await` outside of a generator
    }
}

fn main() {}
