//@ run-pass
//@ edition: 2024

// What is delegated to is dropped when it is complete, the temporaries of its operand at the end of
// the statement, as with `await`.

#![feature(native_generators)]

use std::cell::RefCell;
use std::generator::{Generator, Stream};

thread_local!(static LOG: RefCell<Vec<&'static str>> = const { RefCell::new(vec![]) });

struct Noted(&'static str);

impl Drop for Noted {
    fn drop(&mut self) {
        note(self.0);
    }
}

fn note(entry: &'static str) {
    LOG.with_borrow_mut(|log| log.push(entry));
}

fn inner(
    _lent: &Noted,
    name: &'static str,
) -> impl Stream<Yield = (), Return = Noted> + use<> {
    fn body(_argument: Noted, name: &'static str) => impl Stream<Yield = (), Return = Noted> {
        yield;
        Noted(name)
    }
    body(Noted("argument"), name)
}

fn use_both(_: Noted, _: Noted) {
    note("used");
}

fn statement() => static impl Stream<Yield = (), Return = ()> {
    let _local = Noted("local");
    let first = yield.. inner(&Noted("temporary"), "first");
    note("between");
    use_both(first, yield.. inner(&Noted("second temporary"), "second"));
    note("after");
    match (yield.. inner(&Noted("in scrutinee"), "third")) {
        third => drop(third),
    }
    let _ = yield.. inner(&Noted("in let _"), "ignored");
    yield.. inner(&Noted("in tail"), "in tail too");
}

fn log(resumptions: u32) -> Vec<&'static str> {
    let mut frame = Box::pin(statement());
    for n in 1..=resumptions {
        let state = frame.as_mut().resume(&mut ());
        assert_eq!(state.is_complete(), n == 6);
    }
    note("dropped");
    drop(frame);
    LOG.take()
}

fn main() {
    let first = ["argument", "temporary", "between"];
    let second = ["argument", "used", "second", "first", "second temporary", "after"];
    let third = ["argument", "third", "in scrutinee"];
    let ignored = ["argument", "ignored", "in let _"];
    let end = ["argument", "in tail too", "in tail", "local"];
    let expect = |resumptions, before: &[&[&'static str]], after: &[&'static str]| {
        assert_eq!(log(resumptions), [&before.concat(), &["dropped"][..], after].concat());
    };
    expect(0, &[], &[]);
    expect(1, &[], &["argument", "temporary", "local"]);
    expect(2, &[&first], &["argument", "first", "second temporary", "local"]);
    expect(3, &[&first, &second], &["argument", "in scrutinee", "local"]);
    expect(4, &[&first, &second, &third], &["argument", "in let _", "local"]);
    expect(5, &[&first, &second, &third, &ignored], &["argument", "in tail", "local"]);
    expect(6, &[&first, &second, &third, &ignored, &end], &[]);
}
