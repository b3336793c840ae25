//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// Frames with the face `core::future::Future` are spawned on a hand-written executor, in one queue
// with what frames became by `into_core`.

#![feature(native_generators)]

use std::cell::RefCell;
use std::collections::VecDeque;
use std::future::Future;
use std::generator::{self, Generator, State, Task};
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Waker};

#[derive(Clone, Default)]
struct Queue {
    tasks: Rc<RefCell<VecDeque<Pin<Box<dyn Future<Output = ()>>>>>>,
}

impl Queue {
    fn spawn(&self, future: impl Future<Output = ()> + 'static) {
        self.tasks.borrow_mut().push_back(Box::pin(future));
    }

    fn run(&self) -> u32 {
        let mut polls = 0;
        loop {
            let next = self.tasks.borrow_mut().pop_front();
            let Some(mut task) = next else { return polls };
            polls += 1;
            if task.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending() {
                self.tasks.borrow_mut().push_back(task);
            }
        }
    }
}

type Log = Rc<RefCell<String>>;

fn turn() => impl generator::Future<Task, Return = ()> {
    let mut first = true;
    await generator::from_fn(move |_: &mut Task| {
        if std::mem::replace(&mut first, false) { State::Blocked(()) } else { State::Complete(()) }
    })
}

fn letters(log: Log, text: &'static str) => impl Future<Output = ()> {
    for letter in text.chars() {
        log.borrow_mut().push(letter);
        await turn();
    }
}

fn spawns(queue: Queue, log: Log) => impl generator::Future<Task, Return = ()> {
    queue.spawn(letters(log.clone(), "abc"));
    await turn();
    queue.spawn(letters(log.clone(), "12"));
    await letters(log, "xy");
}

fn main() {
    let queue = Queue::default();
    let log = Log::default();
    queue.spawn(spawns(queue.clone(), log.clone()).into_core());
    queue.spawn(letters(log.clone(), "-"));
    assert_eq!(queue.run(), 13);
    assert_eq!(*log.borrow(), "-axb1yc2");
}
