//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// `yield..` in methods, provided methods and closures, to methods, closures and fields.

#![feature(native_generators)]

use std::generator::{Arg, Generator, State, Stream};

trait Numbers {
    fn numbers(&self) => impl Iterator<Item = u32>;

    fn twice(&self) => impl Iterator<Item = u32> {
        yield.. self.numbers();
        yield.. self.numbers().map(|n| n * 10);
    }

    fn between<T: Numbers>(&self, other: &T) => impl Iterator<Item = u32> {
        yield.. self.twice();
        yield.. other.numbers();
        yield.. self.numbers();
    }
}

struct Upto(u32);
struct List<I>(Vec<I>);

impl Numbers for Upto {
    fn numbers(&self) => impl Iterator<Item = u32> {
        yield.. 0..self.0;
    }
}

impl<I: Clone + IntoIterator<Item = u32>> Numbers for List<I>
where
    I::IntoIter: Unpin,
{
    fn numbers(&self) => impl Iterator<Item = u32> {
        for part in &self.0 {
            yield.. part.clone().into_iter();
        }
    }

    fn twice(&self) => impl Iterator<Item = u32> {
        yield 99;
        yield.. self.numbers();
    }
}

impl<I> List<I> {
    fn drained(self) => impl Iterator<Item = I> {
        yield.. self.0;
    }
}

fn through_closures(start: u32) => impl Generator<Arg<u32>, Yield = u32, Return = u32> {
    let echo = move |times: u32| => {
        let mut last = start;
        for _ in 0..times {
            last = yield last;
        }
        last
    };
    let twice = move |times: u32| => {
        let first = yield.. echo(times);
        first + (yield.. echo(times))
    };
    let sum = yield.. twice(1);
    let last = yield.. (move || => { yield sum + 100 })();
    sum + last
}

fn main() {
    let list = List(vec![vec![5], vec![], vec![6, 7]]);
    assert_eq!(Upto(2).twice().collect::<Vec<_>>(), [0, 1, 0, 10]);
    assert_eq!(list.twice().collect::<Vec<_>>(), [99, 5, 6, 7]);
    assert_eq!(Upto(1).between(&list).collect::<Vec<_>>(), [0, 0, 5, 6, 7, 0]);
    assert_eq!(list.between(&Upto(1)).collect::<Vec<_>>(), [99, 5, 6, 7, 0, 5, 6, 7]);
    assert_eq!(list.drained().map(|part| part.len()).collect::<Vec<_>>(), [1, 0, 2]);

    let mut frame = through_closures(7);
    assert_eq!(frame.start(), State::Yielded(7));
    assert_eq!(frame.send(1), State::Yielded(7));
    assert_eq!(frame.send(2), State::Yielded(103));
    assert_eq!(frame.send(50), State::Complete(53));

    let spelled = |text: &'static str| => {
        yield.. text.chars();
        yield.. text.bytes().map(char::from)
    };
    assert_eq!(spelled("ab").into_iter().collect::<String>(), "abab");
    fn is_stream<S: Stream<Yield = char, Return = ()>>(_: &S) {}
    is_stream(&spelled(""));
}
