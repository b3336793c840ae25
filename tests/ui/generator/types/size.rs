//@ run-pass
//@ edition: 2024

// A frame is as large as what it keeps across its suspend points, and a word for its state.

#![feature(native_generators)]

use std::generator::*;

fn range(n: u32) => impl Iterator<Item = u32> {
    for i in 0..n {
        yield i
    }
}

fn nothing() => impl Iterator<Item = ()> {
    yield;
    yield;
}

fn scratch() => impl Iterator<Item = usize> {
    let sum = {
        let buffer = [1u8; 4096];
        buffer.iter().map(|byte| usize::from(*byte)).sum()
    };
    yield sum;
    yield sum + 1;
}

fn one_after_the_other() => impl Iterator<Item = u8> {
    let mut last = {
        let first = [1u8; 1024];
        yield 0;
        first[1]
    };
    yield last;
    last = {
        let second = [2u8; 1024];
        yield 0;
        second[1]
    };
    yield last;
    for third in [3u8; 1000] {
        yield third
    }
}

fn wrapped(n: u32) => impl Generator<Yield = u32, Return = ()> {
    let mut inner = range(n);
    while let Some(item) = inner.next() {
        yield item
    }
}

fn main() {
    assert!(size_of_val(&nothing()) <= 4, "{}", size_of_val(&nothing()));
    assert!(size_of_val(&range(1)) <= 32, "{}", size_of_val(&range(1)));
    assert!(size_of_val(&scratch()) <= 32, "{}", size_of_val(&scratch()));
    let overlapping = size_of_val(&one_after_the_other());
    assert!(overlapping < 1500, "{overlapping}");
    assert!(size_of_val(&wrapped(1)) <= size_of_val(&range(1)) + 32);
    assert_eq!(size_of_val(&wrapped(1).into_box()), 2 * size_of::<usize>());

    assert_eq!(scratch().collect::<Vec<_>>(), [4096, 4097]);
    assert_eq!(one_after_the_other().map(u32::from).sum::<u32>(), 3 + 3000);
}
