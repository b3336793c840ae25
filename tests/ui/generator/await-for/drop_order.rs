//@ run-pass
//@ edition: 2024

// Each value is dropped at the end of its round, the stream after the last; `break` drops both.

#![feature(native_generators)]

use std::cell::RefCell;
use std::generator::{self, Future, Stream};

type Log = RefCell<Vec<&'static str>>;

struct Noted<'a>(&'a Log, &'static str);

impl Drop for Noted<'_> {
    fn drop(&mut self) {
        self.0.borrow_mut().push(self.1);
    }
}

fn stream<'a>(log: &'a Log) => impl Stream<(), Yield = Noted<'a>, Return = Noted<'a>> {
    let _local = Noted(log, "stream");
    yield Noted(log, "first");
    log.borrow_mut().push("between");
    yield Noted(log, "second");
    Noted(log, "returned")
}

fn through(log: &Log) => impl Future<(), Return = ()> {
    let _end = await for value in stream(log) {
        let _round = Noted(log, "round");
        assert!(!value.1.is_empty());
    };
    log.borrow_mut().push("after");
}

fn breaks(log: &Log, at: &str) => impl Future<(), Return = ()> {
    await for value in stream(log) {
        let _round = Noted(log, "round");
        if value.1 == at {
            break value;
        }
    };
    log.borrow_mut().push("after");
}

fn returns(log: &Log) => impl Future<(), Return = ()> {
    let _outer = Noted(log, "outer");
    await for _ in stream(log) {
        return;
    };
}

fn main() {
    let log = Log::default();
    generator::run(through(&log));
    assert_eq!(
        log.take(),
        ["round", "first", "between", "round", "second", "stream", "after", "returned"],
    );
    generator::run(breaks(&log, "second"));
    assert_eq!(
        log.take(),
        ["round", "first", "between", "round", "stream", "second", "after"],
    );
    generator::run(breaks(&log, "first"));
    assert_eq!(log.take(), ["round", "stream", "first", "after"]);
    generator::run(returns(&log));
    assert_eq!(log.take(), ["first", "stream", "outer"]);
}
