//@ run-pass
//@ edition: 2024

// Traits above `Generator`, generic and two levels up, pass on the executor and the types.

#![feature(native_generators)]

use std::generator::*;

trait Dialogue<Answer>: Generator<Arg<Answer>, Yield = String> {}
impl<G, Answer> Dialogue<Answer> for G where G: Generator<Arg<Answer>, Yield = String> {}

trait Quiz: Dialogue<u32, Return = bool> + Send {}
impl<G> Quiz for G where G: Dialogue<u32, Return = bool> + Send {}

trait Source<E: Executor>: Generator<E, Return = ()> {}
impl<E: Executor, G: Generator<E, Return = ()>> Source<E> for G {}

fn quiz(a: u32, b: u32) => impl Quiz {
    let answer = yield format!("{a} + {b}?");
    answer.checked_sub(a) == Some(b)
}

fn dialogue() => impl Dialogue<char, Return = char> {
    (yield "letter?".into()).to_ascii_uppercase()
}

fn source<E: Executor>() => impl Source<E, Yield = u64> {
    yield 1 << 40;
}

fn main() {
    let mut frame = quiz(1, 2);
    assert_eq!(frame.start(), State::Yielded("1 + 2?".to_string()));
    let mut frame = std::thread::spawn(move || frame).join().unwrap();
    assert_eq!(frame.send(3), State::Complete(true));

    let mut frame = dialogue();
    assert_eq!(frame.start(), State::Yielded("letter?".to_string()));
    assert_eq!(frame.send('x'), State::Complete('X'));

    assert_eq!(source::<()>().step(&mut ()), State::Yielded(1 << 40));
    assert_eq!(source::<Arg<u8>>().start(), State::Yielded(1 << 40));
}
