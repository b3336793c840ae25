//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// A closure whose body changes what it captures hands its loan to the frame, and is called once.

#![feature(native_generators)]

use std::generator::*;

fn run_once<G: Generator<Yield = u32, Return = ()> + Unpin>(make: impl FnOnce(u32) -> G) -> u32 {
    make(3).iter().sum()
}

fn main() {
    let mut total = 0;
    let mut log = Vec::new();
    let add = |n: u32| => {
        total += n;
        yield total;
        log.push(n);
    };
    let mut frame = add(2);
    assert_eq!(frame.step(&mut ()), State::Yielded(2));
    assert_eq!(frame.step(&mut ()), State::Complete(()));
    assert_eq!((total, &log[..]), (2, &[2][..]));

    let sum = run_once(|n| => {
        for _ in 0..n {
            total += 1;
            yield total;
        }
    });
    assert_eq!((sum, total), (3 + 4 + 5, 5));
}
