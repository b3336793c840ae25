//@ run-pass
//@ edition: 2024

// Temporaries in the head of `await for` live to the end of the loop, as in an ordinary `for`.

#![feature(native_generators)]

use std::cell::RefCell;
use std::generator;

thread_local!(static LOG: RefCell<Vec<&'static str>> = const { RefCell::new(vec![]) });

struct Noted(&'static str);

impl Drop for Noted {
    fn drop(&mut self) {
        note(self.0);
    }
}

impl Noted {
    fn numbers(&self) -> Numbers {
        note("made");
        Numbers(0, Noted("numbers"))
    }
}

fn note(entry: &'static str) {
    LOG.with_borrow_mut(|log| log.push(entry));
}

struct Numbers(u32, #[allow(dead_code)] Noted);

impl Iterator for Numbers {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        note("next");
        self.0 += 1;
        (self.0 < 3).then_some(self.0)
    }
}

fn lent(_: &Noted, numbers: Numbers) -> Numbers {
    numbers
}

macro_rules! body {
    ($($keywords:tt)+) => {{
        let _before = Noted("before");
        $($keywords)+ n in lent(&Noted("argument"), Noted("receiver").numbers()) {
            let _round = Noted("round");
            note("block");
            if n == 2 {
                break;
            }
        }
        note("between");
        $($keywords)+ _ in { let made = Noted("in a block"); made.numbers() } {}
        match Noted("scrutinee").numbers() {
            numbers => $($keywords)+ _ in numbers {
                let _round = Noted("second round");
            }
        }
        note("after");
    }};
}

fn ordinary() {
    body!(for)
}

fn awaiting() => static impl generator::Future<(), Return = ()> {
    body!(await for)
}

fn movable() => impl generator::Future<(), Return = ()> {
    await for n in { Noted("argument").numbers() } {
        assert!(n < 3);
    }
    note("after");
}

fn main() {
    ordinary();
    let expected = LOG.take();
    assert_eq!(expected[..2], ["made", "next"]);
    generator::run(awaiting());
    assert_eq!(LOG.take(), expected);

    generator::run(movable());
    assert_eq!(
        LOG.take(),
        ["made", "argument", "next", "next", "next", "numbers", "after"],
    );
}
