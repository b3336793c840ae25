//@ run-pass
//@ edition: 2024
//@ needs-unwind
//@ aux-build: tracer.rs

// A panic anywhere in a body drops what an ordinary function drops, and leaves nothing to drop.

#![feature(native_generators)]

extern crate tracer;

use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};

use tracer::{Traced, dropped};

thread_local! {
    static STEPS_LEFT: Cell<usize> = const { Cell::new(0) };
}

fn step() {
    match STEPS_LEFT.get() {
        0 => panic::resume_unwind(Box::new(())),
        left => STEPS_LEFT.set(left - 1),
    }
}

fn make(name: &'static str) -> Traced {
    step();
    Traced(name)
}

fn join(_a: Traced, _b: Traced, name: &'static str) -> Traced {
    make(name)
}

/// Whether `f` panics after `steps` steps.
fn panics(steps: usize, f: impl FnOnce()) -> bool {
    STEPS_LEFT.set(steps);
    panic::catch_unwind(AssertUnwindSafe(f)).is_err()
}

macro_rules! body {
    ($pause:expr, $pair:ident, $list:ident) => {{
        let first = join($pair.1, { $pause; make("a") }, "ab");
        let mut kept = None;
        for item in $list {
            let doubled = join(item, { $pause; make("b") }, "doubled");
            if let Some(old) = kept.replace(doubled) {
                $pause;
                step();
                let _shadow = make("shadow");
                drop(old);
            }
        }
        match (kept, { $pause; make("scrutinee") }) {
            (Some(last), _) if { step(); last.name() == "doubled" } => {
                $pause;
                let _both = [first, last, make("third")];
                step();
            }
            _ => unreachable!(),
        }
        $pause;
        step();
    }};
}

fn ordinary(pair: (Traced, Traced), list: Vec<Traced>) {
    body!((), pair, list)
}

fn generator(pair: (Traced, Traced), list: Vec<Traced>) => impl Iterator<Item = ()> {
    body!(yield, pair, list)
}

fn arguments() -> ((Traced, Traced), Vec<Traced>) {
    ((Traced("x"), Traced("y")), vec![Traced("0"), Traced("1"), Traced("2")])
}

fn main() {
    let mut steps = 0;
    loop {
        let (pair, list) = arguments();
        let panicked = panics(steps, || ordinary(pair, list));
        let expected = dropped();

        let (pair, list) = arguments();
        let mut frame = generator(pair, list);
        assert_eq!(panics(steps, || frame.by_ref().for_each(drop)), panicked);
        assert_eq!(dropped(), expected, "after {steps} steps");

        assert_eq!(frame.next(), None);
        drop(frame);
        assert_eq!(dropped(), [""; 0]);

        if !panicked {
            break;
        }
        steps += 1;
    }
    assert!(steps > 15);
}
