//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// An executor that blocks and passes back values: `yield` takes one, `await` takes none.

#![feature(native_generators)]

use std::generator::{Executor, Generator, State, from_fn};

#[derive(Default)]
struct Console {
    input: Vec<char>,
    taken: u32,
}

impl Executor for Console {
    type Blocked = String;
    type Resume = (u32, Option<char>);

    fn take_resume(&mut self) -> (u32, Option<char>) {
        self.taken += 1;
        (self.taken, self.input.pop())
    }
}

fn prompt() => impl Generator<Console, Yield = &'static str, Return = String> {
    let (first, a) = yield "first?";
    await from_fn(move |console: &mut Console| match console.input.len() {
        0 => State::Blocked(format!("after {}", first)),
        _ => State::Complete(()),
    });
    let (second, b) = yield "second?";
    let left = (ref executor).input.len();
    format!("{} {:?} {} {:?} {}", first, a, second, b, left)
}

fn main() {
    let mut console = Console::default();
    let mut prompt = prompt();
    assert_eq!(prompt.step(&mut console), State::Yielded("first?"));
    assert_eq!(console.taken, 0);
    assert_eq!(prompt.step(&mut console), State::Blocked("after 1".to_string()));
    assert_eq!(prompt.step(&mut console), State::Blocked("after 1".to_string()));
    assert_eq!(console.taken, 1);
    console.input.extend("xy".chars());
    assert_eq!(prompt.step(&mut console), State::Yielded("second?"));
    assert_eq!(prompt.step(&mut console), State::Complete("1 None 2 Some('y') 1".to_string()));
}
