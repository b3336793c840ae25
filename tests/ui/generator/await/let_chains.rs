//@ run-pass
//@ edition: 2024

// `await` in every part of a let chain; what failed before it is not awaited.

#![feature(native_generators)]

use std::cell::RefCell;
use std::generator::{self, Future};

fn look<'a>(
    log: &'a RefCell<Vec<&'static str>>,
    name: &'static str,
    found: Option<u32>,
) => impl Future<(), Return = Option<u32>> {
    log.borrow_mut().push(name);
    found
}

fn chain(log: &RefCell<Vec<&'static str>>, n: u32) => impl Future<(), Return = u32> {
    if let Some(a) = await look(log, "a", Some(n))
        && a > 1
        && let Some(b) = look(log, "b", a.checked_sub(3)).await
        && await generator::ready(b < 10)
    {
        a * 10 + b
    } else if let Some(c) = await look(log, "c", Some(5))
        && c > n
    {
        c
    } else {
        0
    }
}

fn main() {
    let log = RefCell::new(vec![]);
    assert_eq!(generator::run(chain(&log, 1)), 5);
    assert_eq!(log.take(), ["a", "c"]);
    assert_eq!(generator::run(chain(&log, 2)), 5);
    assert_eq!(log.take(), ["a", "b", "c"]);
    assert_eq!(generator::run(chain(&log, 7)), 74);
    assert_eq!(log.take(), ["a", "b"]);
    assert_eq!(generator::run(chain(&log, 13)), 0);
    assert_eq!(log.take(), ["a", "b", "c"]);
}
