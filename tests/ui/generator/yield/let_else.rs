//@ run-pass
//@ edition: 2024

// `let … else` on what was sent, and with a `yield` in its `else` block.

#![feature(native_generators)]

use std::generator::*;

fn unwrapped() => impl Generator<Arg<Option<u32>>, Yield = u32, Return = u32> {
    let mut total = 0;
    loop {
        let Some(n) = yield total else {
            let Some(last) = (yield 1000) else { return total };
            return total + last;
        };
        total += n;
    }
}

fn main() {
    let mut frame = unwrapped();
    assert_eq!(frame.start(), State::Yielded(0));
    assert_eq!(frame.send(Some(3)), State::Yielded(3));
    assert_eq!(frame.send(Some(4)), State::Yielded(7));
    assert_eq!(frame.send(None), State::Yielded(1000));
    assert_eq!(frame.send(Some(1)), State::Complete(8));

    let mut frame = unwrapped();
    assert_eq!(frame.start(), State::Yielded(0));
    assert_eq!(frame.send(None), State::Yielded(1000));
    assert_eq!(frame.send(None), State::Complete(0));
}
