//@ run-pass
//@ edition: 2024

// `!` is a yield, a return and a coercion: diverging expressions fit what the face names.

#![feature(native_generators, never_type)]

use std::generator::*;

fn future() => impl Generator<Yield = !, Return = u32> {
    41 + 1
}

fn endless() => impl Generator<Yield = u32, Return = !> {
    let mut n = 0;
    loop {
        yield n;
        n += 1;
    }
}

fn exits(n: u32) => impl Generator<Yield = &'static str, Return = u32> {
    let word = match n {
        0 => "zero",
        1 => return 1,
        2 => loop {
            yield "two";
            break "after two";
        },
        _ => panic!("too large"),
    };
    yield word;
    let Some(rest) = n.checked_sub(1) else { return 100 };
    rest
}

fn main() {
    let State::Complete(answer) = future().step(&mut ());
    assert_eq!(answer, 42);

    let mut frame = endless();
    let State::Yielded(first) = frame.step(&mut ());
    let State::Yielded(second) = frame.step(&mut ());
    assert_eq!((first, second), (0, 1));

    let mut frame = exits(0);
    assert_eq!(frame.step(&mut ()), State::Yielded("zero"));
    assert_eq!(frame.step(&mut ()), State::Complete(100));
    assert_eq!(exits(1).step(&mut ()), State::Complete(1));
    let mut frame = exits(2);
    assert_eq!(frame.step(&mut ()), State::Yielded("two"));
    assert_eq!(frame.step(&mut ()), State::Yielded("after two"));
    assert_eq!(frame.step(&mut ()), State::Complete(1));
}
