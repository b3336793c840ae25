//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// The face `Future`: for one executor, for any, with lifetimes, and with further bounds.

#![feature(native_generators)]

use std::fmt::Debug;
use std::generator::{self, Arg, Executor, Future, Generator, State};

fn synchronous(n: u32) => impl Future<(), Return = u32> {
    n
}

fn of_default_executor(n: u32) => impl Future<Return = u32> {
    n + await synchronous(1)
}

fn any<E: Executor>(text: &str) => impl Future<E, Return = &str> + Debug + Clone {
    await generator::ready(text)
}

fn arg() => impl Future<Arg<u8>, Return = Box<u8>> + Send + 'static {
    Box::new(7)
}

fn longer<'a, 'b: 'a>(a: &'a str, b: &'b str) => impl Future<(), Return = &'a str> {
    let (a, b) = (await any(a), await any(b));
    if a.len() > b.len() { a } else { b }
}

fn takes<F>(future: F) -> u32
where
    F: Future<Return = u32>,
{
    generator::run(future)
}

fn main() {
    assert_eq!(takes(synchronous(1)), 1);
    assert_eq!(takes(of_default_executor(1)), 2);
    let frame = any::<()>("text");
    assert!(format!("{:?}", frame).ends_with(" (unresumed)"));
    assert_eq!(generator::run(frame.clone()), generator::run(frame));
    assert_eq!(arg().start(), State::Complete(Box::new(7)));
    let long = "longer".to_string();
    assert_eq!(generator::run(longer("short", &long)), "longer");
}
