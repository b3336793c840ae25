//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// Closures passed to functions take the executor and their types from what is asked of them.

#![feature(native_generators)]

use std::fmt::Debug;
use std::generator::*;

fn drain<F, G>(f: F, n: u32) -> Vec<u8>
where
    F: FnOnce(u32) -> G,
    G: Generator<Yield = u8, Return = ()> + Unpin,
{
    f(n).iter().collect()
}

fn converse<F, G>(f: F, answers: Vec<String>) -> (Vec<String>, usize)
where
    F: Fn() -> G,
    G: Generator<Arg<String>, Yield = Box<dyn Debug>, Return = usize> + Unpin,
{
    let mut frame = f();
    let mut said = vec![];
    let mut state = frame.start();
    for answer in answers {
        match state {
            State::Yielded(thing) => said.push(format!("{:?}", thing)),
            State::Complete(end) => return (said, end),
        }
        state = frame.send(answer);
    }
    (said, 0)
}

fn total<G: IntoIterator<Item = u32>>(mut f: impl FnMut(u32) -> G) -> u32 {
    f(1).into_iter().sum::<u32>() + f(2).into_iter().sum::<u32>()
}

fn main() {
    let drained = drain(|n| => { for i in 0..n { yield i as u8 } yield 255; }, 2);
    assert_eq!(drained, [0, 1, 255]);

    let (said, end) = converse(
        || => {
            let first = yield Box::new(1);
            let second = yield Box::new(first.len());
            first.len() + second.len()
        },
        vec!["four".to_string(), "sixsix".to_string(), String::new()],
    );
    assert_eq!(said, ["1", "4"]);
    assert_eq!(end, 10);

    assert_eq!(total(|n| => { yield n; yield n * 10; }), 11 + 22);
    assert_eq!((1..4).flat_map(|n| => { for i in 0..n { yield i } }).collect::<Vec<_>>().len(), 6);
}
