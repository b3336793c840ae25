//@ edition: 2024

// The forms that await in methods, which `=>` would make generators. `main` is none in any case.

#![feature(native_generators)]
#![allow(dead_code)]

use std::generator::{Executor, Future, ready};

struct Unit;

impl Unit {
    fn inherent(&self) {
        await ready(1); //~ ERROR `await` outside of a generator
    }

    fn associated() -> impl Future<Return = u32> {
        ready(1).await //~ ERROR `await` outside of a generator
    }

    fn other_type(&self) -> u32 {
        await ready(1) //~ ERROR `await` outside of a generator
    }
}

trait Provided {
    fn provided(&self) {
        await for _ in [1] {} //~ ERROR `await for` outside of a generator
    }

    fn with_face<E: Executor>(&self) -> impl Future<E, Return = ()> {
        await ready(()) //~ ERROR `await` outside of a generator
    }
}

impl Provided for Unit {
    fn provided(&self) {
        yield.. [1]; //~ ERROR `yield..` outside of a generator
    }
}

fn main() {
    await ready(1); //~ ERROR `await` outside of a generator
}
