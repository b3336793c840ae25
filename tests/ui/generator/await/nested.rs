//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// Awaiting what an `await` returned, and `await` in a block that is awaited.

#![feature(native_generators)]

use std::generator::{self, Future, Ready, ready};

fn makes(n: u32) => impl Future<(), Return = Ready<Ready<u32>>> {
    ready(ready(n))
}

fn nested(n: u32) => impl Future<(), Return = u32> {
    let first = await await await makes(n);
    let second = await (await makes(n)).await;
    let third = await {
        let n = await ready(first);
        ready(n + await ready(second))
    };
    let fourth = await ready(await ready(await ready(third)));
    first + 10 * second + 100 * fourth
}

fn main() {
    assert_eq!(generator::run(nested(2)), 422);
}
