//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// Fields, methods, labels and lifetimes may be called like the parts of the new forms.

#![feature(native_generators)]

use std::generator::{self, Executor, Future, ready};

struct Loop {
    executor: u32,
    generator: u32,
}

impl Loop {
    fn executor(&self) -> u32 {
        self.executor
    }

    fn resume(&self, awaited: u32) => impl Future<(), Return = u32> {
        let executor = self.executor();
        let state = await ready(executor);
        state + awaited + self.generator
    }
}

fn executor<E: Executor>(executor: u32) => impl Future<E, Return = u32> {
    let _: &mut E = ref executor;
    let ref result = executor;
    let awaited = *result;
    await ready(awaited)
}

fn patterns(pair: (u32, u32)) => impl Future<(), Return = u32> {
    let (ref executor, ref other) = pair;
    let sum = *executor + *other;
    match Some(sum) {
        Some(ref executor) => return *executor,
        None => {}
    }
    await for ref executor in [1, 2] {
        let _ = *executor;
    }
    await ready(0)
}

fn main() {
    let state = Loop { executor: 1, generator: 2 };
    assert_eq!(generator::run(state.resume(10)), 13);
    assert_eq!(generator::run(executor(5)), 5);
    assert_eq!(generator::run(patterns((1, 2))), 3);
}
