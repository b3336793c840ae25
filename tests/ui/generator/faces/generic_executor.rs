//@ run-pass
//@ edition: 2024

// A body generic over its executor runs with each of them: `yield` gives whatever `E` passes back.

#![feature(native_generators)]

use std::fmt::Debug;
use std::generator::*;

fn count<E: Executor>(n: u32) => impl Generator<E, Yield = u32, Return = ()> {
    for i in 0..n {
        yield i;
    }
}

fn collect<E>(n: usize) => impl Generator<E, Yield = usize, Return = Vec<String>>
where
    E: Executor<Resume: Debug>,
{
    let mut answers = Vec::new();
    while answers.len() < n {
        let answer = yield answers.len();
        answers.push(format!("{answer:?}"));
    }
    answers
}

fn main() {
    let mut frame = count::<()>(2);
    assert_eq!(frame.step(&mut ()), State::Yielded(0));
    assert_eq!(frame.step(&mut ()), State::Yielded(1));
    assert_eq!(frame.step(&mut ()), State::Complete(()));

    let mut frame = count::<Arg<char>>(1);
    assert_eq!(frame.start(), State::Yielded(0));
    assert_eq!(frame.send('x'), State::Complete(()));

    let mut frame = collect::<()>(1);
    assert_eq!(frame.step(&mut ()), State::Yielded(0));
    assert_eq!(frame.step(&mut ()), State::Complete(vec!["()".to_string()]));

    let mut frame = collect::<Arg<char>>(2);
    assert_eq!(frame.start(), State::Yielded(0));
    assert_eq!(frame.send('a'), State::Yielded(1));
    assert_eq!(frame.send('b'), State::Complete(vec!["'a'".to_string(), "'b'".to_string()]));
}
