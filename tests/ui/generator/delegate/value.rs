//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// The value of `yield..` is what the inner generator returns, and stands wherever a value may.

#![feature(native_generators)]

use std::generator::{self, Generator, State, Stream};

fn part(n: u32) => impl Stream<(), Yield = u32, Return = Result<u32, String>> {
    yield n;
    if n == 9 { Err("nine".to_string()) } else { Ok(n * 10) }
}

fn whole(last: u32) => impl Generator<Yield = u32, Return = Result<Vec<u32>, String>> {
    let a = (yield.. part(1))?;
    let all = vec![a, (yield.. part(2))?, 30];
    if let Ok(40) = (yield.. part(4)) {
        match yield.. part(5) {
            Ok(n) if n == 50 => yield n,
            _ => unreachable!(),
        }
    }
    let end = (yield.. part(last)).map(|n| n + 1)?;
    let mut sum = generator::ready(0).await;
    sum += (yield.. part(6)).unwrap() + end;
    Ok([all, vec![sum]].concat())
}

fn main() {
    let mut yielded = vec![];
    let end = loop {
        let mut frame = whole(7);
        break loop {
            match frame.step(&mut ()) {
                State::Yielded(n) => yielded.push(n),
                State::Complete(end) => break end,
            }
        };
    };
    assert_eq!(yielded, [1, 2, 4, 5, 50, 7, 6]);
    assert_eq!(end, Ok(vec![10, 20, 30, 131]));

    let mut frame = whole(9).map_yield(drop);
    let end = loop {
        if let State::Complete(end) = frame.step(&mut ()) {
            break end;
        }
    };
    assert_eq!(end, Err("nine".to_string()));
}
