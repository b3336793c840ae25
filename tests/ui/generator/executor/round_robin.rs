//@ run-pass
//@ edition: 2024

// A small scheduler as an executor: tasks, timers and messages, all of them without a waker.

#![feature(native_generators)]
#![feature(never_type)]

use std::cell::RefCell;
use std::collections::VecDeque;
use std::generator::{self, Boxed, Executor, Future, Generator, IntoBox, State};
use std::rc::Rc;

#[derive(Debug, PartialEq)]
enum Wait {
    Until(u64),
    Message,
}

#[derive(Default)]
struct Scheduler {
    now: u64,
    messages: VecDeque<u32>,
    spawned: Vec<Boxed<'static, Scheduler, !, ()>>,
}

impl Executor for Scheduler {
    type Blocked = Wait;
    type Resume = ();

    fn take_resume(&mut self) {}
}

fn sleep(time: u64) => impl Future<Scheduler, Return = ()> {
    let until = (ref executor).now + time;
    await generator::from_fn(move |scheduler: &mut Scheduler| {
        match scheduler.now >= until {
            true => State::Complete(()),
            false => State::Blocked(Wait::Until(until)),
        }
    })
}

fn receive() => impl Future<Scheduler, Return = u32> {
    await generator::from_fn(|scheduler: &mut Scheduler| match scheduler.messages.pop_front() {
        Some(message) => State::Complete(message),
        None => State::Blocked(Wait::Message),
    })
}

fn sender() => impl Future<Scheduler, Return = ()> {
    for n in 1..=3 {
        await sleep(10 * n);
        (ref executor).messages.push_back(n as u32);
    }
}

fn receiver(log: Rc<RefCell<Vec<(u64, u32)>>>) => impl Future<Scheduler, Return = ()> {
    (ref executor).spawned.push(sender().into_box());
    for _ in 0..3 {
        let message = await receive();
        log.borrow_mut().push(((ref executor).now, message));
    }
}

fn run(main: impl Future<Scheduler, Return = ()> + 'static) -> u64 {
    let mut scheduler = Scheduler::default();
    let mut tasks = vec![main.into_box()];
    while !tasks.is_empty() {
        let mut next = u64::MAX;
        tasks.retain_mut(|task| match task.step(&mut scheduler) {
            State::Complete(()) => false,
            State::Blocked(wait) => {
                if let Wait::Until(time) = wait {
                    next = next.min(time);
                }
                true
            }
        });
        tasks.append(&mut scheduler.spawned);
        if scheduler.messages.is_empty() && next != u64::MAX {
            scheduler.now = next;
        }
    }
    scheduler.now
}

fn main() {
    let log = Rc::default();
    assert_eq!(run(receiver(Rc::clone(&log))), 60);
    assert_eq!(*log.borrow(), [(10, 1), (30, 2), (60, 3)]);
}
