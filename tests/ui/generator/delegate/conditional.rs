//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// `yield..` in branches, loops, closures and operands; the inner generators differ in type.

#![feature(native_generators)]

use std::generator::{Generator, State, Stream};

fn runs(lengths: &[usize]) => impl Iterator<Item = char> {
    for &length in lengths {
        match length {
            0 => continue,
            1 => yield 'a',
            2 => yield.. ['b', 'c'],
            n if n % 2 == 0 => yield.. "even".chars(),
            n => {
                yield.. std::iter::repeat('.').take(n);
            }
        }
    }
    let spelled = |text: &'static str| => { yield.. text.chars().rev() };
    yield.. spelled("olleh");
}

fn part(n: u32) => impl Stream<(), Yield = u32, Return = u32> {
    yield n;
    n + 1
}

fn operands() => impl Stream<(), Yield = u32, Return = u32> {
    let sum = (yield.. part(1)) + (yield.. part(10));
    let mut rounds = 0;
    while (yield.. part(100)) + rounds < 103 {
        rounds += 1;
    }
    if sum > 5 { yield.. part(sum) } else { return yield.. part(0) }
}

fn main() {
    assert_eq!(runs(&[1, 0, 2, 4, 3]).collect::<String>(), "abceven...hello");
    let mut frame = operands();
    let mut all = vec![];
    let end = loop {
        match frame.step(&mut ()) {
            State::Yielded(n) => all.push(n),
            State::Complete(end) => break end,
        }
    };
    assert_eq!(all, [1, 10, 100, 100, 100, 13]);
    assert_eq!(end, 14);
}
