//@ run-pass
//@ edition: 2024

// A `for` loop takes frames: those of closures, those that promise it, and any through `iter`.

#![feature(native_generators)]

use std::generator::*;

fn promised(n: u32) => impl Generator<Yield = u32, Return = ()> + IntoIterator<Item = u32> {
    for i in 0..n {
        yield i
    }
}

fn plain(n: u32) => impl Generator<Yield = u32, Return = ()> {
    for i in 0..n {
        yield i * 10
    }
}

fn main() {
    let closure = |n: u32| => {
        for i in 0..n {
            yield i + 100
        }
    };

    let mut seen = vec![];
    for n in promised(2) {
        seen.push(n);
    }
    for n in plain(2).iter() {
        seen.push(n);
    }
    for n in closure(2) {
        seen.push(n);
    }
    seen.extend(promised(1));
    seen.extend(closure(1).into_iter().map(|n| n + 1));
    assert_eq!(seen, [0, 1, 0, 10, 100, 101, 0, 101]);

    let mut frame = plain(4);
    for n in frame.by_mut() {
        if n == 10 {
            break;
        }
    }
    assert_eq!(frame.step(&mut ()), State::Yielded(20));
}
