//@ run-pass
//@ edition: 2024

// What was awaited is dropped as soon as it is complete, before the statement goes on.

#![feature(native_generators)]
#![feature(never_type)]

use std::cell::RefCell;
use std::generator::{self, Future, Generator, State, Stream};
use std::pin::Pin;

type Log = RefCell<Vec<String>>;

struct Awaited<'a>(&'a Log, u32);

impl Generator for Awaited<'_> {
    type Yield = !;
    type Return = u32;

    fn resume(self: Pin<&mut Self>, _: &mut ()) -> State<!, u32> {
        self.0.borrow_mut().push(format!("resumed {}", self.1));
        State::Complete(self.1)
    }
}

impl Drop for Awaited<'_> {
    fn drop(&mut self) {
        self.0.borrow_mut().push(format!("dropped {}", self.1));
    }
}

fn note(log: &Log, n: u32) -> u32 {
    log.borrow_mut().push(format!("used {n}"));
    n
}

fn stream<'a>(log: &'a Log) => impl Stream<(), Yield = u32, Return = ()> {
    let _local = Awaited(log, 9);
    yield 1;
}

fn statements(log: &Log) => impl Future<(), Return = u32> {
    let sum = note(log, await Awaited(log, 1)) + note(log, Awaited(log, 2).await);
    await for n in stream(log) {
        note(log, n);
    }
    note(log, sum)
}

fn main() {
    let log = Log::default();
    assert_eq!(generator::run(statements(&log)), 3);
    assert_eq!(
        log.take(),
        [
            "resumed 1", "dropped 1", "used 1", "resumed 2", "dropped 2", "used 2", "used 1",
            "dropped 9", "used 3",
        ],
    );
}
