//@ run-pass
//@ edition: 2024
//@ revisions: plain inlined optimized
//@[inlined] compile-flags: -Zinline-awaited=yes -Zvalidate-mir
//@[optimized] compile-flags: -Copt-level=3

// Who leaves an `await for` has what the inner generator held for something else.

#![feature(native_generators)]

use std::generator::{Generator, Stream};
use std::hint::black_box;

struct Noisy<'a>(&'a str, &'a std::cell::RefCell<String>);

impl Drop for Noisy<'_> {
    fn drop(&mut self) {
        self.1.borrow_mut().push_str(self.0);
    }
}

fn inner() => static impl Stream<(), Yield = u32, Return = ()> {
    let mut bytes = [0u8; 1000];
    let lent = &mut bytes;
    yield 1;
    lent[3] = 2;
    black_box(&mut *lent);
    yield 2;
    lent[4] = 5;
    black_box(lent);
}

fn outer() => static impl Stream<(), Yield = u32, Return = ()> {
    await for x in inner() {
        if x == 2 {
            break;
        }
        yield x;
    }
    let mut bytes = [1u8; 1000];
    let lent = &mut bytes;
    yield 7;
    lent[4] = 2;
    black_box(lent);
}

fn two<'a>(log: &'a std::cell::RefCell<String>) => impl Stream<(), Yield = u32, Return = ()> {
    {
        let _a = Noisy("a", log);
        yield 1;
    }
    let _b = Noisy("b", log);
    yield 2;
    yield 3;
}

fn again<'a>(log: &'a std::cell::RefCell<String>) => impl Stream<(), Yield = u32, Return = ()> {
    for last in 1..=4 {
        await for x in two(log) {
            if x == last {
                break;
            }
            yield x;
        }
        log.borrow_mut().push('|');
    }
}

fn main() {
    assert!(size_of_val(&outer()) < 1100);
    let log = Default::default();
    assert_eq!(again(&log).iter().collect::<Vec<_>>(), [1, 1, 2, 1, 2, 3]);
    assert_eq!(*log.borrow(), "a|ab|ab|ab|");
}
