//@ run-pass
//@ edition: 2024

// The braces after the operand of a suspend point in a `match`, `if`, `while` or `for` are theirs.

#![feature(native_generators)]

use std::generator::{Arg, Generator, State, Stream};

fn all<S>(s: S, n: u32) => impl Generator<Arg<u32>, Yield = u32, Return = Vec<u32>>
where
    S: Stream<Arg<u32>, Yield = u32, Return = Option<u32>> + Unpin,
{
    let mut log = Vec::new();
    match yield n {
        0 => log.push(100),
        got => log.push(got),
    }
    if let 2 = yield n {
        log.push(200);
    }
    while let got @ 3.. = yield n {
        log.push(got);
    }
    for i in 0..yield n {
        log.push(i);
    }
    if (yield n) == 1 {
        log.push(300);
    }
    match yield.. s {
        Some(returned) => log.push(returned),
        None => {}
    }
    log
}

fn inner() => impl Generator<Arg<u32>, Yield = u32, Return = Option<u32>> {
    Some(yield 50)
}

fn main() {
    let mut frame = all(inner(), 7);
    assert_eq!(frame.start(), State::Yielded(7));
    for (sent, yielded) in [(0, 7), (2, 7), (5, 7), (1, 7), (2, 7), (1, 50)] {
        assert_eq!(frame.send(sent), State::Yielded(yielded));
    }
    assert_eq!(frame.send(9), State::Complete(vec![100, 200, 5, 0, 1, 300, 9]));
}
