//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// `.into_core()` of generators that are not frames: ready values, boxed ones, hand-written ones.

#![feature(native_generators)]
#![feature(never_type)]

use std::future::Future;
use std::generator::{self, Executor, Generator, IntoBox, State, Task};
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

struct Countdown(u32);

impl Generator<Task> for Countdown {
    type Yield = !;
    type Return = &'static str;

    fn resume(mut self: Pin<&mut Self>, task: &mut Task) -> State<!, &'static str, ()> {
        if self.0 == 0 {
            return State::Complete("zero");
        }
        self.0 -= 1;
        task.with_context(|context| context.waker().wake_by_ref());
        State::Blocked(())
    }
}

fn generic<E: Executor>(n: u32) => impl generator::Future<E, Return = u32> {
    n + await generator::ready(1)
}

fn polled<F: Future>(mut future: Pin<&mut F>) -> (u32, F::Output) {
    let mut pending = 0;
    loop {
        match future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(value) => return (pending, value),
            Poll::Pending => pending += 1,
        }
    }
}

fn main() {
    assert_eq!(polled(pin!(Countdown(3).into_core())), (3, "zero"));
    assert_eq!(polled(pin!(Countdown(2).map_return(str::len).into_core())), (2, 4));
    assert_eq!(polled(pin!(Countdown(1).into_box().into_core())), (1, "zero"));
    assert_eq!(polled(pin!(generic(1).into_core())), (0, 2));
    assert_eq!(generator::run(generic(2)), 3);
    let mut erased: Pin<Box<dyn Future<Output = u32>>> = Box::pin(generic(3).into_core());
    assert_eq!(polled(Pin::new(&mut erased)), (0, 4));
}
