//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// `dyn Future` and `dyn Stream`: pinned in a box, or lent pinned, they are awaited.

#![feature(native_generators)]
#![feature(never_type)]

use std::generator::{self, Boxed, ByMut, Future, Generator, Stream, ready};
use std::pin::{Pin, pin};

type Dynamic<'a> = Pin<Box<dyn Generator<(), Yield = !, Return = u32> + 'a>>;

fn length(text: &str) => impl Future<(), Return = u32> {
    await ready(text.len() as u32)
}

fn numbers(n: u32) => impl Stream<(), Yield = u32, Return = u32> {
    yield.. (0..n);
    n
}

fn sum(all: Vec<Dynamic<'_>>) => impl Future<(), Return = u32> {
    let mut sum = 0;
    for each in all {
        sum += await Boxed::from(each);
    }
    sum
}

fn lent(
    stream: Pin<&mut dyn Stream<(), Yield = u32, Return = u32>>,
) => impl Future<(), Return = u32> {
    let mut sum = 0;
    let end = await for n in ByMut::from(stream) {
        sum += n;
    };
    sum * 100 + end
}

fn main() {
    let text = "four".to_string();
    let all: Vec<Dynamic> = vec![Box::pin(length(&text)), Box::pin(ready(10))];
    assert_eq!(generator::run(sum(all)), 14);
    assert_eq!(generator::run(lent(pin!(numbers(4)))), 604);
}
