//@ run-pass
//@ edition: 2015

// In edition 2015 `await` is an ordinary name wherever no generator body is, with the feature on:
// of functions, modules, types, fields, methods, variables and macros, in every position.

#![feature(native_generators)]
#![allow(non_camel_case_types)]

use std::generator::{self, Future, ready};

mod names {
    pub mod await {
        pub fn function(n: u32) -> u32 {
            n + 1
        }

        pub const CONSTANT: u32 = 5;
    }

    pub mod types {
        pub struct await {
            pub await: u32,
            pub others: Vec<u32>,
        }
    }

    impl types::await {
        pub fn await(&self, await: u32) -> u32 {
            self.await + await
        }
    }
}

macro_rules! await {
    ($await:expr) => {
        $await + 1
    };
}

macro_rules! names {
    (await $n:expr) => {
        $n * 10
    };
    ($($await:ident)*) => {
        [$($await),*]
    };
}

fn operands() -> u32 {
    let await = 4;
    let sum = await + 1 - await * await / await % 3;
    let unary = !await & !!await | -(await as i32) as u32;
    let range = (await..await + 2).count() as u32;
    let called = (|await: u32| await + 1)(await);
    let array = [await, await];
    let indexed = array[await as usize - 4];
    let compared = if await == 4 && await < 5 { await } else { 0 };
    let macros = await!(await) + names!(await await) + names!(await)[0];
    let matched = match await {
        0 => 0,
        await => await,
    };
    assert_eq!((sum, unary, range, called), (4, 4 | (-4i32) as u32, 2, 5));
    indexed + compared + macros + matched
}

fn paths() -> u32 {
    use names::types::await;
    let await = await { await: 1, others: vec![2] };
    let field = await.await + await.others[0];
    let await { await, .. } = await;
    let function = names::await::function(await);
    'await: loop {
        break 'await;
    }
    field + function + names::await::CONSTANT
}

struct Counter {
    await: u32,
}

impl Counter {
    fn await(self) -> u32 {
        let Counter { await } = self;
        await
    }

    /// In the body of a generator the name is spelled `r#await`.
    fn generator(self) => impl Future<(), Return = u32> {
        let r#await = await ready(self.r#await);
        let counter = Counter { r#await };
        r#await + counter.r#await() + self::names::r#await::function(r#await)
    }
}

fn await(await: fn(u32) -> u32) -> u32 {
    fn inner() -> u32 {
        let await = 1;
        await
    }
    await(inner())
}

fn main() {
    assert_eq!(operands(), 4 + 4 + 5 + 40 + 4 + 4);
    assert_eq!(paths(), 3 + 2 + 5);
    assert_eq!(await(names::await::function), 2);
    assert_eq!(Counter { await: 3 }.await(), 3);
    assert_eq!(generator::run(Counter { await: 3 }.generator()), 3 + 3 + 4);
    let await = names::types::await { await: 1, others: vec![] };
    assert_eq!(await.await(await.await), 2);
}
