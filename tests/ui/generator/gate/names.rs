//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// The names that generators deal in are no keywords: they stay free, inside generator bodies too.

#![feature(native_generators)]

struct Frame(u32);
struct State;
struct Handle;
struct Generator;
struct Suspend;
enum Executor {
    Yielded,
    Complete,
}

use Executor::{Complete, Yielded};

fn executor(resume: u32) -> u32 {
    resume + 1
}

fn frame(generator: u32) -> Frame {
    Frame(generator)
}

fn resume(executor: u32, handle: Handle) => impl Iterator<Item = u32> {
    let Handle = handle;
    let (state, generator, frame) = (State, Generator, Suspend);
    let take_resume = |argument: u32| argument + executor;
    let argument = take_resume(1);
    yield argument;
    let State = state;
    let Generator = generator;
    let Suspend = frame;
    for executor in 0..2 {
        yield executor;
    }
    yield match Yielded {
        Yielded => executor,
        Complete => 0,
    };
    let resume = executor;
    yield resume + self::executor(resume);
}

fn main() {
    drop(Complete);
    assert_eq!(executor(frame(1).0), 2);
    assert_eq!(resume(5, Handle).collect::<Vec<_>>(), [6, 0, 1, 5, 11]);
}
