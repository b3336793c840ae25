//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// A stream that blocks blocks the loop around it, which goes on with the next value.

#![feature(native_generators)]

use std::generator::{Executor, Future, Generator, State, Stream, from_fn};

struct Queue {
    values: Vec<Option<char>>,
}

impl Executor for Queue {
    type Blocked = usize;
    type Resume = ();

    fn take_resume(&mut self) {}
}

fn received() => impl Stream<Queue, Yield = char, Return = &'static str> {
    let mut count = 0;
    loop {
        let next = await from_fn(move |queue: &mut Queue| match queue.values.pop() {
            Some(value) => State::Complete(value),
            None => State::Blocked(count),
        });
        match next {
            Some(value) => yield value,
            None => return "closed",
        }
        count += 1;
    }
}

fn collect() => impl Future<Queue, Return = (String, &'static str)> {
    let mut text = String::new();
    let end = await for value in received() {
        text.push(value);
    };
    (text, end)
}

fn main() {
    let mut queue = Queue { values: vec![Some('b'), Some('a')] };
    let mut collect = collect();
    assert_eq!(collect.step(&mut queue), State::Blocked(2));
    assert_eq!(collect.step(&mut queue), State::Blocked(2));
    queue.values.push(Some('c'));
    assert_eq!(collect.step(&mut queue), State::Blocked(3));
    queue.values.extend([None, Some('d')]);
    assert_eq!(collect.step(&mut queue), State::Complete(("abcd".to_string(), "closed")));
}
