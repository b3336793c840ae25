//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// Capabilities as traits: a body asks for what it needs, and runs on whatever offers that.

#![feature(native_generators)]

use std::generator::{Executor, Future, Generator, State};

trait Log: Executor {
    fn log(&mut self, line: String);
}

trait Random: Executor {
    fn random(&mut self, below: u32) -> u32;
}

struct Quiet(u32);

impl Executor for Quiet {
    type Blocked = std::convert::Infallible;
    type Resume = ();

    fn take_resume(&mut self) {}
}

impl Log for Quiet {
    fn log(&mut self, _: String) {}
}

impl Random for Quiet {
    fn random(&mut self, below: u32) -> u32 {
        self.0 % below
    }
}

#[derive(Default)]
struct Recorder {
    lines: Vec<String>,
    seed: u32,
}

impl Executor for Recorder {
    type Blocked = usize;
    type Resume = ();

    fn take_resume(&mut self) {}
}

impl Log for Recorder {
    fn log(&mut self, line: String) {
        self.lines.push(line);
    }
}

impl Random for Recorder {
    fn random(&mut self, below: u32) -> u32 {
        self.seed = self.seed * 5 + 3;
        self.seed % below
    }
}

fn throw<E: Random>() => impl Future<E, Return = u32> {
    1 + (ref executor).random(6)
}

fn say<E: Log>(text: &str) => impl Future<E, Return = ()> {
    (ref executor).log(text.to_string());
}

fn game<E: Log + Random>(rounds: u32) => impl Future<E, Return = u32> {
    let mut sum = 0;
    for round in 0..rounds {
        let thrown = await throw();
        (ref executor).log(format!("{}: {}", round, thrown));
        sum += thrown;
    }
    await say("over");
    sum
}

fn main() {
    assert!(matches!(game(3).step(&mut Quiet(4)), State::Complete(15)));
    let mut recorder = Recorder::default();
    assert_eq!(game(2).step(&mut recorder), State::Complete(4 + 1));
    assert_eq!(recorder.lines, ["0: 4", "1: 1", "over"]);
}
