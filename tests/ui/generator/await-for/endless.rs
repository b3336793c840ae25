//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// A loop over a stream that never returns: its type is that of `break`, or `!`.

#![feature(native_generators)]
#![feature(never_type)]

use std::generator::{self, Arg, Executor, Future, Generator, State, Stream};

struct Ticks(u32);

impl Executor for Ticks {
    type Blocked = ();
    type Resume = ();

    fn take_resume(&mut self) {}
}

fn squares() => impl Stream<(), Yield = u32, Return = !> {
    let mut n = 0;
    loop {
        yield n * n;
        n += 1;
    }
}

fn above(limit: u32) => impl Future<(), Return = u32> {
    await for square in squares() {
        if square > limit {
            return square;
        }
    }
}

fn broken(limit: u32) => impl Future<(), Return = (u32, &'static str)> {
    let mut last = 0;
    let text = await for square in squares() {
        if square > limit {
            break last;
        }
        last = square;
    };
    (text, await for _ in squares() { break "text" })
}

fn ticks() => impl Stream<Ticks, Yield = u32, Return = !> {
    loop {
        let n = (ref executor).0;
        if n == 0 {
            await generator::from_fn(|ticks: &mut Ticks| match ticks.0 {
                0 => State::Blocked(()),
                _ => State::Complete(()),
            });
            continue;
        }
        (ref executor).0 -= 1;
        yield n;
    }
}

fn for_ever() => impl Generator<Ticks, Yield = u32, Return = !> {
    await for n in ticks() {
        if n % 2 == 0 {
            yield n;
        }
    }
}

fn echo() => impl Stream<Arg<u32>, Yield = u32, Return = !> {
    let mut last = 0;
    'outer: loop {
        await for n in generator::from_iter(last..last + 2) {
            last += yield n;
            continue 'outer;
        }
    }
}

fn main() {
    assert_eq!(generator::run(above(10)), 16);
    assert_eq!(generator::run(broken(10)), (9, "text"));
    let mut frame = for_ever();
    let mut ticks = Ticks(5);
    assert_eq!(frame.step(&mut ticks).yielded(), Some(4));
    assert_eq!(frame.step(&mut ticks).yielded(), Some(2));
    assert!(frame.step(&mut ticks).is_blocked());
    assert!(frame.step(&mut ticks).is_blocked());
    ticks.0 = 2;
    assert_eq!(frame.step(&mut ticks).yielded(), Some(2));
    let mut frame = echo();
    assert_eq!(frame.start().yielded(), Some(0));
    assert_eq!(frame.send(7).yielded(), Some(7));
    assert_eq!(frame.send(3).yielded(), Some(10));
}
