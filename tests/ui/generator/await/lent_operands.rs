//@ edition: 2024
//@ run-rustfix

// A reference to a generator is none itself: what is one's own is run itself, and what is lent through
// a value that stands for it.

#![feature(native_generators)]

use std::generator::{Future, Generator, Stream, run};

fn number() => impl Future<Return = u32> {
    1
}

fn numbers() => impl Stream<Yield = u32, Return = ()> {
    yield 1;
    yield 2;
}

fn awaits() => impl Future<Return = u32> {
    #[allow(unused_mut)]
    let mut number = number();
    await &mut number //~ ERROR cannot be awaited
}

fn each() => impl Stream<Yield = u32, Return = ()> {
    #[allow(unused_mut)]
    let mut numbers = numbers();
    await for n in &mut numbers { //~ ERROR cannot be run by `await for`
        yield n + 1;
    }
}

fn delegates<S>(numbers: &mut S) => impl Iterator<Item = u32>
where
    S: Stream<Yield = u32, Return = ()> + Unpin,
{
    yield.. numbers; //~ ERROR cannot be run by `yield..`
}

struct Source<S> {
    stream: S,
}

impl<S: Stream<Yield = u32, Return = ()> + Unpin> Source<S> {
    fn rest(&mut self) => impl Iterator<Item = u32> {
        yield.. &mut self.stream; //~ ERROR cannot be run by `yield..`
    }
}

fn main() {
    assert_eq!(run(awaits()), 1);
    assert!(each().iter().eq([2, 3]));
    assert!(Source { stream: numbers() }.rest().eq([1, 2]));
    assert!(delegates(&mut numbers()).eq([1, 2]));
}
