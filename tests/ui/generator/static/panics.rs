//@ run-pass
//@ edition: 2024
//@ needs-unwind

// A panic in a `static` body drops what borrows before what is borrowed, and poisons the frame.

#![feature(native_generators)]

use std::cell::RefCell;
use std::generator::{self, Executor, Future, Generator, State};
use std::panic::{self, AssertUnwindSafe};
use std::pin::Pin;

thread_local!(static LOG: RefCell<Vec<String>> = const { RefCell::new(vec![]) });

struct Owner(&'static str, RefCell<u32>);

impl Drop for Owner {
    fn drop(&mut self) {
        let uses = *self.1.borrow();
        LOG.with_borrow_mut(|log| log.push(format!("{} used {uses}", self.0)));
    }
}

struct Loan<'a>(&'a Owner);

impl Drop for Loan<'_> {
    fn drop(&mut self) {
        *self.0.1.borrow_mut() += 1;
        LOG.with_borrow_mut(|log| log.push(format!("loan of {}", self.0.0)));
    }
}

struct Turns(u32);

impl Executor for Turns {
    type Blocked = u32;
    type Resume = ();

    fn take_resume(&mut self) {}
}

fn wait<'a>(loan: Loan<'a>, panics: bool) => static impl Future<Turns, Return = Loan<'a>> {
    let again = Loan(loan.0);
    let mut waited = false;
    let turns = await generator::from_fn(|turns: &mut Turns| {
        if std::mem::replace(&mut waited, true) { return State::Complete(turns.0); }
        State::Blocked(turns.0)
    });
    if panics {
        panic!("in turn {turns}");
    }
    drop(again);
    loan
}

fn body(argument: Owner, panics: bool) => static impl Future<Turns, Return = u32> {
    let local = Owner("local", RefCell::default());
    let of_argument = Loan(&argument);
    let of_local = await wait(Loan(&local), false);
    let back = await wait(of_argument, panics);
    assert_eq!(back.0.0, "argument");
    *of_local.0.1.borrow()
}

fn run(panics: bool) -> (Option<u32>, Vec<String>) {
    let mut frame = Box::pin(body(Owner("argument", RefCell::default()), panics));
    for turn in 0..3 {
        let resume = || frame.as_mut().resume(&mut Turns(turn));
        match panic::catch_unwind(AssertUnwindSafe(resume)) {
            Ok(State::Blocked(at)) => assert_eq!(at, turn),
            Ok(State::Complete(value)) => return (Some(value), LOG.take()),
            Err(payload) => {
                assert_eq!(*payload.downcast::<String>().unwrap(), "in turn 2");
                break;
            }
        }
    }
    let log = LOG.take();
    let resume = |frame: Pin<&mut _>| Generator::resume(frame, &mut Turns(9)).is_blocked();
    let again = panic::catch_unwind(AssertUnwindSafe(|| resume(frame.as_mut())));
    let payload = again.unwrap_err();
    let message = payload.downcast_ref::<&str>().unwrap();
    assert_eq!(*message, "generator resumed after panicking");
    (None, log)
}

fn main() {
    panic::set_hook(Box::new(|_| {}));
    let (value, log) = run(false);
    assert_eq!(value, Some(1));
    assert_eq!(log, [
        "loan of local", "loan of argument", "loan of argument", "loan of local", "local used 2",
        "argument used 2",
    ]);
    let (value, log) = run(true);
    assert_eq!(value, None);
    assert_eq!(log, [
        "loan of local", "loan of argument", "loan of argument", "loan of local", "local used 2",
        "argument used 2",
    ]);
}
