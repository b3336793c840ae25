//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// Methods of traits that are generators: awaited through a type parameter, provided and overridden.

#![feature(native_generators)]

use std::generator::{self, Executor, Future, Generator, Stream};

trait Source {
    fn fetch<E: Executor>(&self, n: u32) => impl Future<E, Return = u32> + Unpin;

    fn twice<E: Executor>(&self, n: u32) => impl Future<E, Return = u32> {
        await self.fetch(n) + self.fetch(n + 1).await
    }

    fn items<E: Executor>(&self) => impl Stream<E, Yield = u32, Return = ()> + Unpin;
}

struct Plain;
struct Scaled(u32);

impl Source for Plain {
    fn fetch<E: Executor>(&self, n: u32) => impl Future<E, Return = u32> + Unpin {
        n
    }

    fn items<E: Executor>(&self) => impl Stream<E, Yield = u32, Return = ()> + Unpin {
        yield 1;
        yield 2;
    }
}

impl Source for Scaled {
    fn fetch<E: Executor>(&self, n: u32) => impl Future<E, Return = u32> + Unpin {
        self.0 * await Plain.fetch(n)
    }

    fn twice<E: Executor>(&self, n: u32) => impl Future<E, Return = u32> {
        2 * await self.fetch(n)
    }

    fn items<E: Executor>(&self) => impl Stream<E, Yield = u32, Return = ()> + Unpin {
        yield.. Plain.items().map_yield(|n| n + 10);
        yield self.0;
    }
}

fn total<E: Executor, S: Source>(source: &S) => impl Future<E, Return = u32> {
    let mut sum = 0;
    await for n in source.items() {
        sum += await source.fetch(n);
    }
    sum
}

fn main() {
    assert_eq!(generator::run(Plain.twice(3)), 7);
    assert_eq!(generator::run(Scaled(10).twice(3)), 60);
    assert_eq!(generator::run(total(&Plain)), 3);
    assert_eq!(generator::run(total(&Scaled(2))), 50);
}
