//@ run-pass
//@ edition: 2024

// `$b:block`, `$s:stmt` and `$p:pat` carry the pieces of a generator body.

#![feature(native_generators)]

use std::generator::*;

macro_rules! forever {
    ($body:block) => {
        loop $body
    };
}

macro_rules! statements {
    ($($statement:stmt;)*) => { $($statement)* };
}

macro_rules! each {
    ($pattern:pat in $items:expr => $body:block) => {
        for $pattern in $items $body
    };
}

fn counts() => impl Iterator<Item = u32> {
    let mut n = 0;
    forever!({
        yield n;
        n += 1;
        if n == 3 {
            return;
        }
    })
}

fn asked() => impl Generator<Arg<u32>, Yield = u32, Return = u32> {
    statements! {
        let a = yield 1;
        let b = { yield a };
    }
    yield b;
    a + b
}

fn pairs() => impl Iterator<Item = u32> {
    each!((a, b) in [(1, 2), (3, 4)] => {
        yield a;
        yield b;
    });
}

fn main() {
    assert_eq!(counts().collect::<Vec<_>>(), [0, 1, 2]);

    let mut frame = asked();
    assert_eq!(frame.start(), State::Yielded(1));
    assert_eq!(frame.send(5), State::Yielded(5));
    assert_eq!(frame.send(6), State::Yielded(6));
    assert_eq!(frame.send(7), State::Complete(11));

    assert_eq!(pairs().collect::<Vec<_>>(), [1, 2, 3, 4]);
}
