//@ run-pass
//@ needs-unwind
//@ edition: 2024

// What an await gives has the place of what was awaited, although that is dropped only after there is a
// result. If its destructor panics, that is as in a function.

#![feature(native_generators)]

use std::cell::{Cell, RefCell};
use std::future::Future as CoreFuture;
use std::generator::{self, Executor, Future, Generator, State};
use std::mem::size_of_val;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

thread_local! {
    static EVENTS: RefCell<Vec<&'static str>> = const { RefCell::new(Vec::new()) };
    static PANICS: Cell<bool> = const { Cell::new(false) };
}

fn log(event: &'static str) {
    EVENTS.with_borrow_mut(|events| events.push(event));
}

fn events() -> Vec<&'static str> {
    EVENTS.take()
}

struct Turns;

impl Executor for Turns {
    type Blocked = ();
    type Resume = ();

    fn take_resume(&mut self) {}
}

struct Large([u8; 1000]);

impl Drop for Large {
    fn drop(&mut self) {
        log("result dropped");
    }
}

/// Ready the second time. Written by hand, so that nothing of it is inlined.
struct Answer {
    bytes: [u8; 1000],
    is_blocked: bool,
}

impl Answer {
    fn new(byte: u8) -> Answer {
        Answer { bytes: [byte; 1000], is_blocked: false }
    }

    fn answer(&mut self) -> Option<Large> {
        self.is_blocked = !self.is_blocked;
        (!self.is_blocked).then(|| Large(self.bytes))
    }
}

impl Drop for Answer {
    fn drop(&mut self) {
        log("awaited dropped");
        if PANICS.get() {
            panic!("in the destructor");
        }
    }
}

impl CoreFuture for Answer {
    type Output = Large;

    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Large> {
        self.answer().map_or(Poll::Pending, Poll::Ready)
    }
}

impl Generator<Turns> for Answer {
    type Yield = !;
    type Return = Large;

    fn resume(mut self: Pin<&mut Self>, _: &mut Turns) -> State<!, Large, ()> {
        self.answer().map_or(State::Blocked(()), State::Complete)
    }
}

async fn in_async(byte: u8) -> u8 {
    let first = Answer::new(byte).await;
    log("first");
    let second = Answer::new(first.0[999]).await;
    drop(first);
    log("second");
    drop(Answer::new(1).await);
    second.0[0]
}

macro_rules! generators {
    ($byte:ident; $($head:tt)*) => {
        $($head)* {
            let first = await Answer::new($byte);
            log("first");
            let second = await Answer::new(first.0[999]);
            drop(first);
            log("second");
            drop(await Answer::new(1));
            second.0[0]
        }
    };
}

generators! { byte; fn pinned(byte: u8) => static impl Future<Turns, Return = u8> }
generators! { byte; fn movable(byte: u8) => impl Future<Turns, Return = u8> }

fn run_async(byte: u8) -> u8 {
    let mut future = pin!(in_async(byte));
    loop {
        match future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(value) => return value,
            Poll::Pending => {}
        }
    }
}

fn run(generator: impl Future<Turns, Return = u8>) -> u8 {
    let mut generator = pin!(generator);
    loop {
        match generator::Generator::resume(generator.as_mut(), &mut Turns) {
            State::Complete(value) => return value,
            State::Blocked(()) => {}
        }
    }
}

/// What comes of an await whose destructor panics, if the body is that of a function.
fn in_function() {
    let first = match Answer::new(7) {
        mut answer => loop {
            if let Some(large) = answer.answer() {
                break large;
            }
        },
    };
    log("first");
    drop(first);
}

fn check(run: impl Fn(u8) -> u8) {
    assert_eq!(run(7), 7);
    let expected = [
        "awaited dropped",
        "first",
        "awaited dropped",
        "result dropped",
        "second",
        "awaited dropped",
        "result dropped",
        "result dropped",
    ];
    assert_eq!(events(), expected);

    PANICS.set(true);
    assert!(catch_unwind(in_function).is_err());
    let expected = events();
    assert!(catch_unwind(AssertUnwindSafe(|| run(7))).is_err());
    PANICS.set(false);
    assert_eq!(events(), expected);
}

fn main() {
    // Two at a time: a result and what is awaited then.
    assert!(size_of_val(&in_async(0)) < 2100, "{}", size_of_val(&in_async(0)));
    assert!(size_of_val(&pinned(0)) < 2100, "{}", size_of_val(&pinned(0)));
    assert!(size_of_val(&movable(0)) < 2100, "{}", size_of_val(&movable(0)));
    check(run_async);
    check(|byte| run(pinned(byte)));
    check(|byte| run(movable(byte)));
}
