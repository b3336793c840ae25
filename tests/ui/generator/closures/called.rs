//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// A closure with `=> { … }` makes a new frame at each call, with or without arguments.

#![feature(native_generators)]

use std::generator::*;

fn main() {
    let evens = |n: u32| => {
        for i in (0..n).step_by(2) {
            yield i
        }
    };
    let mut first = evens(5);
    let mut second = evens(3);
    assert_eq!(first.step(&mut ()), State::Yielded(0));
    assert_eq!(first.step(&mut ()), State::Yielded(2));
    assert_eq!(second.step(&mut ()), State::Yielded(0));
    assert_eq!(first.step(&mut ()), State::Yielded(4));
    assert_eq!(first.step(&mut ()), State::Complete(()));
    assert_eq!(second.into_iter().collect::<Vec<_>>(), [2]);

    let no_arguments = || => {
        yield 'a';
        "end"
    };
    let mut frame = no_arguments();
    assert_eq!(frame.step(&mut ()), State::Yielded('a'));
    assert_eq!(frame.step(&mut ()), State::Complete("end"));

    let mut at_once = (|a: u32, (b, c): (u32, u32)| => { yield a + b + c })(1, (2, 3));
    assert_eq!(at_once.step(&mut ()), State::Yielded(6));
}
