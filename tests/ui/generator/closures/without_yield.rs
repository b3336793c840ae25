//@ run-pass
//@ edition: 2024

// A closure without `yield` yields nothing, though nobody asks for that.

#![feature(native_generators)]

use std::generator::{self, Generator, State, ready};

fn main() {
    let kept = |n: u32| => { await ready(n) };
    let _ = kept;

    let mut frame = (|| => { await ready(1); })();
    assert_eq!(frame.step(&mut ()), State::Complete(()));

    let sum = |a: u32, b: u32| => { await ready(a) + await ready(b) };
    assert_eq!(generator::run(sum(1, 2)), 3);

    // What may yield is not decided so.
    let inner = || => { yield 1u8 };
    let mut outer = (|| => {
        let nested = || => { await ready(2) };
        yield.. inner();
        generator::run(nested())
    })();
    assert_eq!(outer.step(&mut ()), State::Yielded(1));
    assert_eq!(outer.step(&mut ()), State::Complete(2));
}
