//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// Blocking in the middle of expressions: what was evaluated before is still there afterwards.

#![feature(native_generators)]
#![feature(never_type)]

use std::generator::{Executor, Future, Generator, State};

struct Steps(Vec<u32>);

impl Executor for Steps {
    type Blocked = &'static str;
    type Resume = ();

    fn take_resume(&mut self) {}
}

struct Input(&'static str);

impl Generator<Steps> for Input {
    type Yield = !;
    type Return = u32;

    fn resume(
        self: std::pin::Pin<&mut Self>,
        steps: &mut Steps,
    ) -> State<!, u32, &'static str> {
        match steps.0.pop() {
            Some(n) => State::Complete(n),
            None => State::Blocked(self.0),
        }
    }
}

fn adds(a: u32, b: u32, c: u32) -> u32 {
    a * 100 + b * 10 + c
}

fn expressions() => impl Future<Steps, Return = String> {
    let called = adds(await Input("a"), 5, await Input("b"));
    let tuple = (await Input("c"), [await Input("d"), await Input("e")]);
    let mut text = String::new();
    for _ in 0..await Input("f") {
        let n = Input("g").await;
        text.push_str(&format!("{},", n));
    }
    while await Input("h") > 0 {
        text.push('!');
    }
    if await Input("i") == 1 && await Input("j") == 2 || await Input("k") == 3 {
        text.push('.');
    }
    format!("{} {:?} {}", called, tuple, text)
}

fn drive(inputs: &[u32], frame: &mut (impl Future<Steps, Return = String> + Unpin)) -> String {
    let mut asked = String::new();
    let mut steps = Steps(vec![]);
    for &input in inputs {
        match frame.step(&mut steps) {
            State::Blocked(name) => asked.push_str(name),
            State::Complete(_) => panic!("too early"),
        }
        steps.0.push(input);
    }
    match frame.step(&mut steps) {
        State::Complete(text) => text + " " + &asked,
        State::Blocked(_) => panic!("too late"),
    }
}

fn main() {
    let inputs = [1, 2, 3, 4, 5, 2, 6, 7, 8, 0, 0, 3];
    assert_eq!(drive(&inputs, &mut expressions()), "152 (3, [4, 5]) 6,7,!. abcdefgghhik");
}
