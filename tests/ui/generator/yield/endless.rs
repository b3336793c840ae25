//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// A body that never ends has the type `!`, which serves as any `Return`.

#![feature(native_generators)]

use std::generator::*;

fn naturals() => impl Iterator<Item = u32> {
    let mut n = 0;
    loop {
        yield n;
        n += 1;
    }
}

fn powers() => impl Generator<Yield = u64, Return = String> {
    let mut n = 1;
    loop {
        yield n;
        n *= 2;
    }
}

fn main() {
    assert_eq!(naturals().skip(3).step_by(2).take(3).collect::<Vec<_>>(), [3, 5, 7]);

    let mut frame = powers();
    for n in [1, 2, 4, 8].iter() {
        assert_eq!(frame.step(&mut ()), State::Yielded(*n));
    }
}
