//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// A frame can be cloned in the middle of an `await` when all it holds can.

#![feature(native_generators)]

use std::generator::{Executor, Future, Generator, State, Stream, from_fn};

struct Steps(u32);

impl Executor for Steps {
    type Blocked = u32;
    type Resume = ();

    fn take_resume(&mut self) {}
}

fn wait(mut times: u32) => impl Future<Steps, Return = u32> + Clone {
    await from_fn(move |steps: &mut Steps| {
        steps.0 += 1;
        if times == 0 { return State::Complete(()); }
        times -= 1;
        State::Blocked(times)
    });
    (ref executor).0
}

fn twice(n: u32) => impl Stream<Steps, Yield = u32, Return = ()> + Clone {
    yield await wait(n);
    yield await wait(n);
}

fn outer(text: String) => impl Future<Steps, Return = String> + Clone {
    let mut text = text;
    let first = await wait(2);
    text.push_str(&first.to_string());
    await for n in twice(1) {
        text.push(',');
        text.push_str(&n.to_string());
    }
    text
}

fn finish(mut frame: impl Future<Steps, Return = String> + Unpin, steps: u32) -> (String, u32) {
    let mut steps = Steps(steps);
    let mut blocked = 0;
    loop {
        match frame.step(&mut steps) {
            State::Complete(text) => return (text, blocked),
            State::Blocked(_) => blocked += 1,
        }
    }
}

fn main() {
    let unstarted = outer("text ".to_string());
    let mut frame = unstarted.clone();
    let mut steps = Steps(0);
    assert_eq!(frame.step(&mut steps), State::Blocked(1));
    let blocked_once = frame.clone();
    assert_eq!(frame.step(&mut steps), State::Blocked(0));
    assert_eq!(frame.step(&mut steps), State::Blocked(0));
    let in_the_loop = frame.clone();
    assert_eq!(finish(unstarted, 0), ("text 3,5,7".to_string(), 4));
    assert_eq!(finish(blocked_once, 10), ("text 12,14,16".to_string(), 3));
    assert_eq!(finish(in_the_loop, 20), ("text 3,21,23".to_string(), 1));
    assert_eq!(finish(frame, 30), ("text 3,31,33".to_string(), 1));
}
