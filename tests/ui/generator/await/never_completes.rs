//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// Awaiting what never returns: `Return = !`, endless streams, and code behind them.

#![feature(native_generators)]
#![feature(never_type)]

use std::generator::{Arg, Executor, Future, Generator, State, Stream};

struct Ticks;

impl Executor for Ticks {
    type Blocked = ();
    type Resume = ();

    fn take_resume(&mut self) {}
}

fn for_ever() => impl Future<Ticks, Return = !> {
    loop {
        await pause();
    }
}

fn pause() => impl Future<Ticks, Return = ()> {
    let mut paused = false;
    await std::generator::from_fn(move |_: &mut Ticks| {
        if paused { State::Complete(()) } else { paused = true; State::Blocked(()) }
    })
}

fn text(wait: bool) => impl Future<Ticks, Return = String> {
    if wait { await for_ever() } else { "at once".to_string() }
}

fn endless() => impl Stream<Arg<u32>, Yield = u32, Return = !> {
    let mut sum = 0;
    loop {
        sum += yield sum;
    }
}

fn hands_on() => impl Stream<Arg<u32>, Yield = u32, Return = !> {
    yield.. endless()
}

fn main() {
    assert_eq!(text(false).step(&mut Ticks), State::Complete("at once".to_string()));
    let mut frame = text(true);
    for _ in 0..10 {
        assert_eq!(frame.step(&mut Ticks), State::Blocked(()));
    }
    let mut frame = hands_on();
    frame.start();
    assert_eq!(frame.send(3).yielded(), Some(3));
    assert_eq!(frame.send(4).yielded(), Some(7));
}
