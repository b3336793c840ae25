//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// A frame is cloned in the middle of `yield..` where what it delegates to can be.

#![feature(native_generators)]

use std::generator::{Arg, Generator, State, Stream};

fn sums(start: u32) => impl Stream<Arg<u32>, Yield = u32, Return = String> + Clone {
    let mut sum = start;
    loop {
        match (yield sum) {
            0 => return format!("{}", sum),
            n => sum += n,
        }
    }
}

fn twice(names: Vec<String>) => impl Stream<Arg<u32>, Yield = u32, Return = String> + Clone {
    let mut names = names;
    let first = yield.. sums(0);
    names.push(first);
    let second = yield.. sums(100);
    names.push(second);
    names.join(" ")
}

fn letters(text: &'static str) => impl Iterator<Item = char> + Clone {
    yield.. text.chars();
    yield '-';
    yield.. text.chars().rev();
}

fn main() {
    let mut frame = twice(vec!["names".to_string()]);
    assert_eq!(frame.start(), State::Yielded(0));
    assert_eq!(frame.send(1), State::Yielded(1));
    let mut fork = frame.clone();
    assert_eq!(frame.send(10), State::Yielded(11));
    assert_eq!(fork.send(20), State::Yielded(21));
    assert_eq!(frame.send(0), State::Yielded(100));
    let mut second = frame.clone();
    assert_eq!(frame.send(0), State::Complete("names 11 100".to_string()));
    assert_eq!(second.send(3), State::Yielded(103));
    assert_eq!(second.send(0), State::Complete("names 11 103".to_string()));
    assert_eq!(fork.send(0), State::Yielded(100));
    assert_eq!(fork.send(0), State::Complete("names 21 100".to_string()));

    let mut whole = letters("abc");
    whole.next();
    let rest = whole.clone();
    assert_eq!(whole.collect::<String>(), "bc-cba");
    let mut rest = rest.skip(3);
    assert_eq!(rest.clone().collect::<String>(), "cba");
    rest.next();
    assert_eq!(rest.clone().chain(rest).collect::<String>(), "baba");
}
