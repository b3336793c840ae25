//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// A generator lent with `.by_mut()` is awaited where it is and can be looked at afterwards.

#![feature(native_generators)]
#![feature(never_type)]

use std::generator::{self, Executor, Future, Generator, State, ready};

struct Bells;

impl Executor for Bells {
    type Blocked = u32;
    type Resume = ();

    fn take_resume(&mut self) {}
}

struct Countdown(u32);

impl Generator<Bells> for Countdown {
    type Yield = !;
    type Return = &'static str;

    fn resume(
        mut self: std::pin::Pin<&mut Self>,
        _: &mut Bells,
    ) -> State<!, &'static str, u32> {
        match self.0 {
            0 => State::Complete("rung"),
            n => {
                self.0 -= 1;
                State::Blocked(n)
            }
        }
    }
}

fn borrows(countdown: &mut Countdown) => impl Future<Bells, Return = (&'static str, u32)> {
    let first = await countdown.by_mut();
    let left = countdown.0;
    countdown.0 = 1;
    let second = countdown.by_mut().await;
    assert_eq!(first, second);
    (first, left)
}

fn takes_over(mut rest: impl Future<Bells, Return = &'static str> + Unpin) -> &'static str {
    loop {
        if let State::Complete(end) = rest.step(&mut Bells) {
            return end;
        }
    }
}

fn main() {
    let mut countdown = Countdown(2);
    {
        let mut frame = borrows(&mut countdown);
        assert_eq!(frame.step(&mut Bells), State::Blocked(2));
        assert_eq!(frame.step(&mut Bells), State::Blocked(1));
        assert_eq!(frame.step(&mut Bells), State::Blocked(1));
        assert_eq!(frame.step(&mut Bells), State::Complete(("rung", 0)));
    }
    countdown.0 = 3;
    {
        let mut frame = borrows(&mut countdown);
        assert_eq!(frame.step(&mut Bells), State::Blocked(3));
    }
    assert_eq!(countdown.0, 2);
    assert_eq!(takes_over(countdown), "rung");
    let mut lent = ready(4);
    assert_eq!(generator::run(Generator::<()>::by_mut(&mut lent)), 4);
}
