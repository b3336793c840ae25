//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// `yield` and `yield..` without parentheses where a block follows: that is no struct literal.

#![feature(native_generators)]

use std::generator::{Arg, Generator, State, Stream};

fn inner(n: u32) => impl Stream<Arg<u32>, Yield = u32, Return = Option<u32>> {
    let first = yield n;
    first.checked_sub(1)
}

fn scrutinees(n: u32) => impl Generator<Arg<u32>, Yield = u32, Return = u32> {
    let mut sum = match yield n {
        0 => 0,
        sent => sent,
    };
    let frame = inner(sum);
    match yield.. frame {
        Some(left) => sum += left,
        None => return 0,
    }
    if let 1..=9 = yield sum {
        sum += 100;
    }
    while let 1 = yield sum {
        sum += 1000;
    }
    for m in 0..yield sum {
        sum += m;
    }
    let frame = inner(sum);
    if let None = yield.. frame {
        sum += 10_000;
    }
    sum
}

fn main() {
    let mut frame = scrutinees(7);
    assert_eq!(frame.start(), State::Yielded(7));
    assert_eq!(frame.send(2), State::Yielded(2));
    assert_eq!(frame.send(3), State::Yielded(4));
    assert_eq!(frame.send(5), State::Yielded(104));
    assert_eq!(frame.send(1), State::Yielded(1104));
    assert_eq!(frame.send(0), State::Yielded(1104));
    assert_eq!(frame.send(3), State::Yielded(1107));
    assert_eq!(frame.send(0), State::Complete(11_107));
}
