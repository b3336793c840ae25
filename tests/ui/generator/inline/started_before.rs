//@ run-pass
//@ edition: 2024
//@ revisions: on off
//@[on] compile-flags: -Zinline-awaited=yes -Zvalidate-mir
//@[off] compile-flags: -Zinline-awaited=no

// A generator that has been resumed before it is awaited goes on where it was.

#![feature(native_generators)]

use std::generator::{Arg, Executor, Generator, State, Stream};

fn count(n: u32) => impl Iterator<Item = u32> {
    for i in 0..n {
        yield i;
    }
}

fn started(mut numbers: impl Iterator<Item = u32> + Unpin) -> impl Iterator<Item = u32> + Unpin {
    numbers.next();
    numbers
}

fn count_from_1(n: u32) -> impl Iterator<Item = u32> + Unpin {
    let mut numbers = count(n);
    numbers.next();
    numbers
}

fn all() => impl Iterator<Item = u32> {
    let mut numbers = count(3);
    numbers.next();
    yield.. numbers;
    yield 10;
    yield.. started(count(3));
    yield 20;
    yield.. count_from_1(3);
    yield 30;
    let numbers = count(2);
    let moved = numbers;
    yield.. moved;
    let late = count(2);
    yield 40;
    yield.. late;
    let chosen = if late_is_over() { count(1) } else { count(2) };
    yield.. chosen;
}

fn late_is_over() -> bool {
    std::hint::black_box(true)
}

fn echo<E: Executor<Resume = u32>>(rounds: u32) => impl Stream<E, Yield = u32, Return = u32> {
    let mut sum = 0;
    for round in 0..rounds {
        sum += yield round;
    }
    sum
}

fn twice() => impl Generator<Arg<u32>, Yield = u32, Return = u32> {
    let one = yield.. echo(2);
    let got = yield 100;
    one * 10 + got + yield.. echo(1)
}

fn recursive(n: u32) => impl Iterator<Item = u32> {
    use std::generator::IntoBox;
    if n > 0 {
        yield.. recursive(n - 1).into_box();
        yield.. count(1);
        yield n;
    }
}

fn main() {
    assert!(all().eq([1, 2, 10, 1, 2, 20, 1, 2, 30, 0, 1, 40, 0, 1, 0]));

    let mut twice = twice();
    assert_eq!(twice.start(), State::Yielded(0));
    assert_eq!(twice.send(3), State::Yielded(1));
    assert_eq!(twice.send(4), State::Yielded(100));
    assert_eq!(twice.send(5), State::Yielded(0));
    assert_eq!(twice.send(6), State::Complete(81));

    assert!(recursive(2).eq([0, 1, 0, 2]));
}
