//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// `let … else` with suspend points in its value and in its `else`, which may leave every scope.

#![feature(native_generators)]

use std::cell::RefCell;
use std::generator::{self, Executor, Future, Generator, State};

type Log = RefCell<Vec<&'static str>>;

struct Turns;

impl Executor for Turns {
    type Blocked = &'static str;
    type Resume = ();

    fn take_resume(&mut self) {}
}

fn after<T>(log: &Log, name: &'static str, value: T) => impl Future<Turns, Return = T> {
    let mut blocked = false;
    await generator::from_fn(move |_: &mut Turns| {
        if blocked { return State::Complete(()); }
        blocked = true;
        State::Blocked(name)
    });
    log.borrow_mut().push(name);
    value
}

fn search(log: &Log, words: &[Option<&'static str>]) => impl Future<Turns, Return = String> {
    let [Some(first), .., last] = await after(log, "ends", words) else {
        let default = await after(log, "no ends", "default");
        return default.to_string();
    };
    let mut text = first.to_string();
    'words: for word in words {
        let Some(word) = await after(log, "word", *word) else {
            if await after(log, "skip", last.is_some()) {
                continue 'words;
            }
            break 'words;
        };
        let (true, longest) = (word.len() < 4, after(log, "length", 7).await) else {
            let value = loop {
                let n @ 0..=2 = await after(log, "inner", 3) else { break 8 };
                text.push_str(&n.to_string());
            };
            text.push_str(&value.to_string());
            continue;
        };
        text.push_str(&longest.to_string());
    }
    text
}

fn run(words: &[Option<&'static str>]) -> (String, Vec<&'static str>) {
    let log = Log::default();
    let mut blocked = vec![];
    let mut frame = search(&log, words);
    let text = loop {
        match frame.step(&mut Turns) {
            State::Blocked(name) => blocked.push(name),
            State::Complete(text) => break text,
        }
    };
    drop(frame);
    assert_eq!(log.into_inner(), blocked);
    (text, blocked)
}

fn main() {
    assert_eq!(run(&[None]), ("default".to_string(), vec!["ends", "no ends"]));
    let (text, log) = run(&[Some("a"), None, Some("long")]);
    assert_eq!(text, "a78");
    assert_eq!(log, ["ends", "word", "length", "word", "skip", "word", "length", "inner"]);
    let (text, log) = run(&[Some("b"), None, None]);
    assert_eq!(text, "b7");
    assert_eq!(log, ["ends", "word", "length", "word", "skip"]);
}
