//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// `return await x`, `break await x`, and `await` in the value of a labelled block.

#![feature(native_generators)]

use std::generator::{self, Future, ready};

fn returns(early: bool) => impl Future<(), Return = u32> {
    if early {
        return await ready(1);
    }
    return ready(2).await + 1;
}

fn breaks() => impl Future<(), Return = u32> {
    let mut rounds = 0;
    let looped = loop {
        rounds += await ready(1);
        if rounds == 3 {
            break await ready(10 * rounds);
        }
    };
    let block = 'block: {
        if looped == 30 {
            break 'block await ready(7);
        }
        await ready(8)
    };
    let outer = 'outer: loop {
        loop {
            break 'outer ready(100).await + await ready(200);
        }
    };
    looped + block + outer
}


fn main() {
    assert_eq!(generator::run(returns(true)), 1);
    assert_eq!(generator::run(returns(false)), 3);
    assert_eq!(generator::run(breaks()), 337);
}
