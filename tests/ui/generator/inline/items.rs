//@ run-pass
//@ edition: 2024
//@ needs-unwind
//@ revisions: on off
//@[on] compile-flags: -Zinline-awaited=yes -Zvalidate-mir
//@[off] compile-flags: -Zinline-awaited=no

// `await for` over what yields in several places, each of which holds something else.

#![feature(native_generators)]

use std::cell::RefCell;
use std::generator::{Executor, Future, Generator, State, Stream};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;

type Log = Rc<RefCell<String>>;

#[derive(Clone)]
struct Noted(char, Log);

impl Drop for Noted {
    fn drop(&mut self) {
        self.1.borrow_mut().push(self.0);
    }
}

/// An executor that can be told to block once.
#[derive(Default)]
struct Turns;

impl Executor for Turns {
    type Blocked = ();
    type Resume = ();
    fn take_resume(&mut self) {}
}

struct Once(bool);

impl Generator<Turns> for Once {
    type Yield = !;
    type Return = ();
    fn resume(self: std::pin::Pin<&mut Self>, _: &mut Turns) -> State<!, (), ()> {
        let this = self.get_mut();
        if std::mem::replace(&mut this.0, false) { State::Blocked(()) } else { State::Complete(()) }
    }
}

fn items(log: Log) => impl Stream<Turns, Yield = u32, Return = Noted> {
    let a = Noted('a', log.clone());
    yield 1;
    await Once(true);
    drop(a);
    let b = Noted('b', log.clone());
    for i in 2..4 {
        let _c = Noted('c', log.clone());
        yield i;
    }
    yield.. more(log.clone());
    drop(b);
    Noted('r', log)
}

fn more(log: Log) => impl Stream<Turns, Yield = u32, Return = ()> {
    let _m = Noted('m', log);
    yield 4;
    await Once(true);
    yield 5;
}

#[derive(Clone, Copy, PartialEq)]
enum What {
    Nothing,
    Break,
    Return,
    Panic,
    Suspend,
}

fn taken(log: Log, at: u32, what: What) => impl Future<Turns, Return = u32> {
    let _outer = Noted('O', log.clone());
    let mut sum = 0;
    let returned = 'all: await for item in items(log.clone()) {
        let _item = Noted(char::from_digit(item, 10).unwrap(), log.clone());
        if item == at {
            match what {
                What::Nothing => continue 'all,
                What::Break => break 'all Noted('B', log.clone()),
                What::Return => return 100 + item,
                What::Panic => panic!("as it should"),
                What::Suspend => await Once(true),
            }
        }
        sum += item;
    };
    assert!(returned.0 == 'r' || what == What::Break);
    sum
}

/// As `taken`, but what is run is in a box.
fn taken_boxed(log: Log, at: u32, what: What) => impl Future<Turns, Return = u32> {
    use std::generator::IntoBox;
    let _outer = Noted('O', log.clone());
    let mut sum = 0;
    let returned = 'all: await for item in items(log.clone()).into_box() {
        let _item = Noted(char::from_digit(item, 10).unwrap(), log.clone());
        if item == at {
            match what {
                What::Nothing => continue 'all,
                What::Break => break 'all Noted('B', log.clone()),
                What::Return => return 100 + item,
                What::Panic => panic!("as it should"),
                What::Suspend => await Once(true),
            }
        }
        sum += item;
    };
    assert!(returned.0 == 'r' || what == What::Break);
    sum
}

/// What comes of so many resumptions, and what has been dropped by then and afterwards.
fn run<F>(make: fn(Log, u32, What) -> F, at: u32, what: What, resumptions: u32) -> String
where
    F: Future<Turns, Return = u32> + Unpin,
{
    let log = Log::default();
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        let mut frame = make(log.clone(), at, what);
        for _ in 0..resumptions {
            if let State::Complete(sum) = frame.step(&mut Turns) {
                log.borrow_mut().push_str(&format!("={sum} "));
                return;
            }
        }
        log.borrow_mut().push('|');
    }));
    let log = log.borrow();
    format!("{log}{}", if outcome.is_err() { "!" } else { "" })
}

fn in_place(numbers: u32) => static impl Future<Turns, Return = u32> {
    let mut sum = 0;
    await for number in pairs(numbers) {
        let number = &number;
        await Once(true);
        sum += number;
    }
    sum
}

fn pairs(numbers: u32) => impl Stream<Turns, Yield = u32, Return = ()> {
    for number in 0..numbers {
        yield number;
        yield number;
    }
}

fn main() {
    std::panic::set_hook(Box::new(|_| {}));
    for what in [What::Nothing, What::Break, What::Return, What::Panic, What::Suspend] {
        for at in 0..6 {
            for resumptions in 0..6 {
                assert_eq!(
                    run(taken, at, what, resumptions),
                    run(taken_boxed, at, what, resumptions),
                    "{at} {resumptions}"
                );
            }
        }
    }
    assert_eq!(run(taken, 6, What::Nothing, 9), "1a2c3c45mbrO=15 ");
    assert_eq!(run(taken, 4, What::Break, 9), "1a2c3cB4mbBO=6 ".replacen('B', "", 1));

    let mut frame = Box::pin(in_place(3));
    let mut blocked = 0;
    let sum = loop {
        match frame.as_mut().resume(&mut Turns) {
            State::Blocked(()) => blocked += 1,
            State::Complete(sum) => break sum,
        }
    };
    assert_eq!((sum, blocked), (6, 6));
}
