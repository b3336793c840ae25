//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// A state machine written by hand, and a trait with `IntoGenerator`, are awaited like frames.

#![feature(native_generators)]
#![feature(never_type)]

use std::generator::{self, Executor, Future, Generator, IntoGenerator, Ready, State, Stream};
use std::pin::Pin;

struct Twice<G>(G, Option<u32>);

impl<E: Executor, G: Generator<E, Yield = !, Return = u32> + Unpin + Clone> Generator<E>
    for Twice<G>
{
    type Yield = u32;
    type Return = u32;

    fn resume(mut self: Pin<&mut Self>, executor: &mut E) -> State<u32, u32, E::Blocked> {
        match self.0.clone().step(executor) {
            State::Blocked(reason) => State::Blocked(reason),
            State::Complete(n) => match self.1.replace(n) {
                None => State::Yielded(n),
                Some(m) => State::Complete(n + m),
            },
            State::Yielded(never) => never,
        }
    }
}

/// What can be awaited is a request, not a generator of its own.
struct Request {
    number: u32,
}

impl IntoGenerator<()> for Request {
    type Yield = !;
    type Return = String;
    type IntoGenerator = Ready<String>;

    fn into_generator(self) -> Ready<String> {
        generator::ready(format!("answer {}", self.number))
    }
}

fn uses() => impl Future<(), Return = (u32, String)> {
    let mut sum = 0;
    let end = await for n in Twice(generator::ready(4), None) {
        sum += n;
    };
    (sum * 10 + end, await Request { number: 1 } + &Request { number: 2 }.await)
}

fn hands_on<E: Executor>() => impl Stream<E, Yield = u32, Return = u32> {
    yield.. Twice(generator::ready(2), None)
}

fn main() {
    assert_eq!(generator::run(uses()), (48, "answer 1answer 2".to_string()));
    let mut frame = hands_on();
    assert_eq!(frame.step(&mut ()), State::Yielded(2));
    assert_eq!(frame.step(&mut ()), State::Complete(4));
}
