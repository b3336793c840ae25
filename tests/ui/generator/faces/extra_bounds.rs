//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// More bounds may follow the face: auto traits, `Clone`, `Debug`, `Unpin`, and a lifetime.

#![feature(native_generators)]

use std::fmt::Debug;
use std::generator::*;
use std::panic::UnwindSafe;

fn count(n: u32) => impl Iterator<Item = u32> + Send + Sync + Clone + Debug + UnwindSafe {
    for i in 0..n {
        yield i
    }
}

fn letters<'a>(text: &'a str) => impl Generator<Yield = char, Return = ()> + Unpin + Clone + 'a {
    for letter in text.chars() {
        yield letter
    }
}

fn words(text: String) => impl 'static + Iterator<Item = String> + Send {
    yield text.len().to_string()
}

fn spawn<T: Send + 'static>(items: impl Iterator<Item = T> + Send + 'static) -> Vec<T> {
    std::thread::spawn(move || items.collect()).join().unwrap()
}

fn main() {
    assert_eq!(spawn(count(3)), [0, 1, 2]);

    let mut frame = count(3);
    frame.next();
    let copy = frame.clone();
    assert_eq!(format!("{:?}", frame), format!("{:?}", copy));
    assert!(frame.eq(copy));

    let text = String::from("ab");
    let mut frame = letters(&text);
    assert_eq!(frame.step(&mut ()), State::Yielded('a'));
    assert_eq!(frame.clone().step(&mut ()), State::Yielded('b'));
    assert_eq!(frame.step(&mut ()), State::Yielded('b'));

    assert_eq!(spawn(words("four".to_string())), ["4"]);
}
