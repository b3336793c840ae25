//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// The value of each form: `Return`, of whatever type, or the value of `break`.

#![feature(native_generators)]

use std::generator::{self, Arg, Future, Generator, State, Stream, ready};

fn unit() => impl Future<(), Return = ()> {}

fn number() => impl Future<(), Return = usize> {
    7
}

fn borrowed(text: &str) => impl Future<(), Return = &str> {
    &text[1..]
}

fn stream() => impl Stream<(), Yield = u8, Return = &'static str> {
    yield 1;
    "end of the stream"
}

fn forms(text: &str) => impl Generator<(), Yield = u8, Return = ()> {
    let u: () = await unit();
    let n: usize = number().await;
    let b: &str = await borrowed(text);
    let e: &'static str = await for _ in stream() {};
    let k: &'static str = await for n in stream() {
        if n == 1 {
            break "broken off";
        }
    };
    let y: () = yield 0;
    let d: &'static str = yield.. stream();
    let none: Option<Box<str>> = await ready(None);
    assert_eq!((u, y, n, none), ((), (), 7, None));
    assert_eq!([b, e, k, d], ["orrowed", "end of the stream", "broken off", "end of the stream"]);
}

fn sent() => impl Generator<Arg<String>, Yield = (), Return = String> {
    let first: String = yield;
    let second: String = await ready(first);
    second + &(yield)
}

fn main() {
    let text = "borrowed".to_string();
    assert_eq!(generator::run(borrowed(&text)), "orrowed");
    assert_eq!(forms(&text).iter().collect::<Vec<_>>(), [0, 1]);
    let mut sent = sent();
    assert_eq!(sent.start(), State::Yielded(()));
    assert_eq!(sent.send("a".to_string()), State::Yielded(()));
    assert_eq!(sent.send("b".to_string()), State::Complete("ab".to_string()));
}
