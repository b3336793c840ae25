//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// In a `static` body every kind of loan crosses every kind of suspend point: shared and mutable, of
// locals, arguments, parts, temporaries, guards and pattern bindings.

#![feature(native_generators)]

use std::cell::RefCell;
use std::generator::{self, Executor, State, Stream};
use std::pin::Pin;

struct Turns(Vec<&'static str>);

impl Executor for Turns {
    type Blocked = ();
    type Resume = &'static str;

    fn take_resume(&mut self) -> &'static str {
        self.0.pop().unwrap_or("none")
    }
}

fn block() => impl generator::Future<Turns, Return = &'static str> {
    let mut first = true;
    await generator::from_fn(move |turns: &mut Turns| {
        if first {
            first = false;
            return State::Blocked(());
        }
        State::Complete(turns.0.pop().unwrap_or("none"))
    })
}

fn once(n: usize) => impl Stream<Turns, Yield = usize, Return = &'static str> {
    yield n
}

struct Parts {
    name: String,
    list: Vec<usize>,
}

macro_rules! across {
    ($name:ident, $suspend:expr) => {
        fn $name(argument: Parts) => static impl Stream<Turns, Yield = usize, Return = String> {
            let mut local = vec![1, 2, 3];
            let cell = RefCell::new(0);
            let mut text = String::new();

            let shared = &argument.name;
            let part = &mut local[1];
            text += $suspend;
            *part += shared.len();

            let guard = cell.borrow_mut();
            text += $suspend;
            assert!(cell.try_borrow().is_err());
            drop(guard);

            for n in argument.list.iter().chain(&local) {
                text += $suspend;
                *cell.borrow_mut() += n;
            }

            match &argument {
                Parts { list, .. } if list.len() + ($suspend).len() > 100 => unreachable!(),
                Parts { list, name } => {
                    text += $suspend;
                    text += &list.len().to_string();
                    text += name;
                }
            }

            let temporary = String::from("temporary").as_str().len() + ($suspend).len();
            local.push(($suspend).len() + temporary);
            let sum = || local.iter().sum::<usize>();
            text += $suspend;
            format!("{} {} {}", text, sum(), cell.borrow())
        }
    };
}

across!(across_yield, yield 7);
across!(across_delegation, yield.. once(7));
across!(across_await, (block()).await);

fn across_await_for(argument: Parts) => static impl Stream<Turns, Yield = usize, Return = String> {
    let mut local = vec![1, 2, 3];
    let part = &mut local[1];
    let shared = &argument.name;
    let end = await for n in once(7) {
        *part += n;
        let inner = &n;
        yield *inner + shared.len();
        assert_eq!(*inner, 7);
    };
    *part += end.len();
    format!("{} {:?} {}", end, argument.list, local.iter().sum::<usize>())
}

fn drive<S: Stream<Turns, Return = String>>(mut stream: Pin<Box<S>>) -> (usize, usize, String) {
    let (mut yielded, mut blocked) = (0, 0);
    let mut turns = Turns(vec!["e", "d", "c", "b", "a"]);
    loop {
        match stream.as_mut().resume(&mut turns) {
            State::Yielded(_) => yielded += 1,
            State::Blocked(()) => blocked += 1,
            State::Complete(text) => return (yielded, blocked, text),
        }
    }
}

fn main() {
    let parts = || Parts { name: "name".to_string(), list: vec![10, 20] };
    let text = "abcdenonenonenone2namenone 27 40";
    assert_eq!(drive(Box::pin(across_yield(parts()))), (12, 0, text.to_string()));
    assert_eq!(drive(Box::pin(across_delegation(parts()))).0, 12);
    let (yielded, blocked, awaited) = drive(Box::pin(across_await(parts())));
    assert_eq!((yielded, blocked, awaited.as_str()), (0, 12, text));
    let (yielded, blocked, text) = drive(Box::pin(across_await_for(parts())));
    assert_eq!((yielded, blocked, text.as_str()), (1, 0, "b [10, 20] 14"));
}
