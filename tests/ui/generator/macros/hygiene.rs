//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// Variables and labels of macros and of generator bodies do not meet, across suspend points either.

#![feature(native_generators)]

use std::generator::*;

macro_rules! counted {
    ($name:ident, $body:expr) => {
        let n = 100;
        let $name = n + 1;
        yield n;
        $body;
        yield n + 2;
    };
}

macro_rules! labelled {
    ($body:expr) => {
        'turns: loop {
            loop {
                $body;
                break 'turns;
            }
        }
    };
}

macro_rules! ask {
    ($question:expr) => {{
        let executor = $question;
        let answer = yield executor;
        answer + executor
    }};
}

fn shadowed() => impl Iterator<Item = u32> {
    let n = 1;
    counted!(m, yield n);
    yield n + m;
}

fn loops() => impl Iterator<Item = u32> {
    let mut n = 0;
    'turns: loop {
        n += 1;
        labelled!({
            yield n;
            if n < 3 {
                continue 'turns;
            }
        });
        break;
    }
}

fn asks() => impl Generator<Arg<u32>, Yield = u32, Return = u32> {
    let executor = 1;
    let answer = 2;
    ask!(executor + answer) * 100 + executor + answer
}

fn main() {
    assert_eq!(shadowed().collect::<Vec<_>>(), [100, 1, 102, 102]);
    assert_eq!(loops().collect::<Vec<_>>(), [1, 2, 3]);

    let mut frame = asks();
    assert_eq!(frame.start(), State::Yielded(3));
    assert_eq!(frame.send(4), State::Complete(703));
}
