//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// In a `static` body loans of locals, arguments and temporaries cross suspend points.

#![feature(native_generators)]

use std::generator::{self, Arg, Executor, Future, Generator, State, Stream};
use std::pin::{Pin, pin};

struct Turns;

impl Executor for Turns {
    type Blocked = ();
    type Resume = u32;

    fn take_resume(&mut self) -> u32 {
        7
    }
}

fn pause(mut times: u32) => impl Future<Turns, Return = u32> {
    await generator::from_fn(move |_: &mut Turns| match times {
        0 => State::Complete(1),
        _ => {
            times -= 1;
            State::Blocked(())
        }
    })
}

fn locals(argument: Vec<u32>) => static impl Future<Turns, Return = (u32, usize)> {
    let mut local = [1, 2, 3];
    let mut sum = 0;
    for n in &argument {
        sum += n + await pause(1);
    }
    for n in local.iter_mut() {
        *n += await pause(*n % 2);
    }
    let slice = &local[await pause(0) as usize..];
    await pause(1);
    (sum, slice.len() + String::from("temporary").as_str().len() * (await pause(1)) as usize)
}

fn pushes() => static impl Stream<Arg<u32>, Yield = usize, Return = Vec<u32>> {
    let mut all = Vec::new();
    let lent = &mut all;
    loop {
        let n = yield lent.len();
        if n == 0 {
            break;
        }
        lent.push(n);
    }
    all
}

fn drive<F: Future<Turns>>(mut frame: Pin<&mut F>) -> (u32, F::Return) {
    let mut blocked = 0;
    loop {
        match frame.as_mut().resume(&mut Turns) {
            State::Complete(value) => return (blocked, value),
            State::Blocked(()) => blocked += 1,
        }
    }
}

fn main() {
    assert_eq!(drive(pin!(locals(vec![10, 20]))), (6, (32, 11)));
    assert_eq!(drive(Box::pin(locals(vec![])).as_mut()), (4, (0, 11)));

    let mut frame = Box::pin(pushes());
    assert_eq!(frame.as_mut().resume(&mut Arg::empty()), State::Yielded(0));
    assert_eq!(frame.as_mut().resume(&mut Arg::new(5)), State::Yielded(1));
    assert_eq!(frame.as_mut().resume(&mut Arg::new(6)), State::Yielded(2));
    assert_eq!(frame.as_mut().resume(&mut Arg::new(0)), State::Complete(vec![5, 6]));
}
