//@ run-pass
//@ edition: 2024

// A closure that is passed to nothing takes its executor from its first use, else `()`.

#![feature(native_generators)]

use std::generator::*;

fn main() {
    let echo = |times: u32| => {
        let mut last = 0;
        for _ in 0..times {
            last = yield last;
        }
        last
    };
    let mut frame = echo(2);
    assert_eq!(frame.step(&mut Arg::empty()), State::Yielded(0));
    assert_eq!(frame.step(&mut Arg::new(5)), State::Yielded(5));
    assert_eq!(frame.step(&mut Arg::new(7)), State::Complete(7));

    let doubled = |n: u32| => { yield n * 2 };
    let mut frame = doubled(2);
    assert_eq!(frame.step(&mut ()), State::Yielded(4));

    let never_resumed = |n: u32| => {
        let unit: () = yield n;
        unit
    };
    drop(never_resumed(1));
}
