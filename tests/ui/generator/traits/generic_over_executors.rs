//@ run-pass
//@ edition: 2024

// A trait generic over the executor: one implementation for all of them, or one for each.

#![feature(native_generators)]

use std::generator::*;

trait Source<E: Executor> {
    fn items(self) => impl Generator<E, Yield = u32, Return = &'static str>;
}

struct Everyone;

impl<E: Executor> Source<E> for Everyone {
    fn items(self) => impl Generator<E, Yield = u32, Return = &'static str> {
        yield 1;
        "for everyone"
    }
}

struct Each;

impl Source<()> for Each {
    fn items(self) => impl Generator<(), Yield = u32, Return = &'static str> {
        yield 2;
        "for ()"
    }
}

impl Source<Arg<u32>> for Each {
    fn items(self) => impl Generator<Arg<u32>, Yield = u32, Return = &'static str> {
        if (yield 3) == 7 { "for 7" } else { "for others" }
    }
}

fn run<E: Executor, S: Source<E>>(source: S, first: &mut E, second: &mut E) -> (u32, &'static str) {
    let mut frame = source.items().into_box();
    let Some(item) = frame.step(first).yielded() else { panic!("nothing yielded") };
    let Some(end) = frame.step(second).complete() else { panic!("more than one") };
    (item, end)
}

fn main() {
    assert_eq!(run(Everyone, &mut (), &mut ()), (1, "for everyone"));
    assert_eq!(run(Everyone, &mut Arg::empty(), &mut Arg::new('x')), (1, "for everyone"));
    assert_eq!(run(Each, &mut (), &mut ()), (2, "for ()"));
    assert_eq!(run(Each, &mut Arg::empty(), &mut Arg::new(7)), (3, "for 7"));
}
