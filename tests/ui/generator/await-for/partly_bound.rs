//@ run-pass
//@ edition: 2024

// What the pattern leaves unbound is dropped when it is in an ordinary `for`.

#![feature(native_generators)]

use std::cell::RefCell;
use std::generator;

thread_local!(static LOG: RefCell<Vec<String>> = const { RefCell::new(vec![]) });

fn note(entry: &str) {
    LOG.with_borrow_mut(|log| log.push(entry.to_string()));
}

struct Noted(&'static str, u32);

impl Drop for Noted {
    fn drop(&mut self) {
        note(&format!("{} {}", self.0, self.1));
    }
}

struct Parts {
    first: Noted,
    second: Option<Noted>,
    third: Box<Noted>,
}

fn parts() -> Vec<Parts> {
    let part = |n| Parts {
        first: Noted("first", n),
        second: (n == 1).then_some(Noted("second", n)),
        third: Box::new(Noted("third", n)),
    };
    vec![part(1), part(2)]
}

macro_rules! body {
    ($($keywords:tt)+) => {{
        $($keywords)+ _ in parts() {
            note("in the block of `_`");
        }
        $($keywords)+ Parts { first, .. } in parts() {
            note("in the block of one");
            drop(first);
            note("after the first");
        }
        $($keywords)+ Parts { second, first: _first, third: _ } in parts() {
            note("in the block of two");
            if second.is_some() {
                continue;
            }
            note("in the second round");
        }
        $($keywords)+ Parts { ref first, .. } in parts() {
            note("in the block of a reference");
            if first.1 == 2 {
                break;
            }
        }
        $($keywords)+ Parts { second: mut second, .. } in parts() {
            note("in the block of `mut`");
            drop(second.take());
            note("after the second");
        }
        $($keywords)+ (Noted(name, _), [_, last]) in vec![(
            Noted("pair", 1),
            [Noted("array", 1), Noted("array", 2)],
        )] {
            note(name);
            drop(last);
        }
        $($keywords)+ whole in parts() {
            let Parts { third, .. } = whole;
            note("in the block of all");
            drop(third);
        }
    }};
}

fn ordinary() {
    body!(for)
}

fn awaiting() => static impl generator::Future<(), Return = ()> {
    body!(await for)
}

fn main() {
    ordinary();
    let expected = LOG.take();
    assert!(expected.len() > 45);
    generator::run(awaiting());
    assert_eq!(LOG.take(), expected);
}
