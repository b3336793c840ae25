//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// `$e:expr` carries `yield` into a generator body, and whole generator closures.

#![feature(native_generators)]

use std::generator::*;

macro_rules! twice {
    ($e:expr) => {
        ($e, $e)
    };
}

macro_rules! add {
    ($a:expr, $b:expr) => {
        $a + $b
    };
}

macro_rules! first {
    ($closure:expr, $argument:expr) => {{
        let closure = $closure;
        let mut frame = closure($argument);
        frame.step(&mut ()).yielded()
    }};
}

fn sums() => impl Generator<Arg<u32>, Yield = u32, Return = (u32, u32)> {
    let (a, b) = twice!(yield 1);
    (add!(yield a, yield b), add!(a * 2, b))
}

fn main() {
    let mut frame = sums();
    assert_eq!(frame.start(), State::Yielded(1));
    assert_eq!(frame.send(10), State::Yielded(1));
    assert_eq!(frame.send(20), State::Yielded(10));
    assert_eq!(frame.send(3), State::Yielded(20));
    assert_eq!(frame.send(4), State::Complete((7, 40)));

    assert_eq!(first!(|n: u32| => { yield n * 2 }, 4), Some(8));
    assert_eq!(first!(move |(a, b): (u32, u32)| => { yield a; yield b; }, (1, 2)), Some(1));
}
