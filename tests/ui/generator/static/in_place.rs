//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// What a `static` body awaits stays where it is from its first resumption to its end, however often
// it blocks, and whatever the frame around it is pinned in.

#![feature(native_generators)]

use std::cell::Cell;
use std::future::Future;
use std::generator::{self, Generator, IntoBox, State, Stream, Task};
use std::marker::PhantomPinned;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

/// Notes its address, and whether that is the same each time it is polled.
struct Rooted<'a> {
    address: usize,
    left: u32,
    polls: &'a Cell<u32>,
    _pinned: PhantomPinned,
}

fn rooted<'a>(times: u32, polls: &'a Cell<u32>) -> Rooted<'a> {
    Rooted { address: 0, left: times, polls: polls, _pinned: PhantomPinned }
}

impl<'a> Rooted<'a> {
    fn poll_at(self: Pin<&mut Self>) -> bool {
        let address = &*self as *const Self as usize;
        // Nothing is moved.
        let this = unsafe { self.get_unchecked_mut() };
        assert!(this.address == 0 || this.address == address, "moved");
        this.address = address;
        this.polls.set(this.polls.get() + 1);
        this.left = this.left.saturating_sub(1);
        this.left == 0
    }
}

impl<'a> Future for Rooted<'a> {
    type Output = u32;

    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<u32> {
        let polls = self.polls;
        if self.poll_at() { Poll::Ready(polls.get()) } else { Poll::Pending }
    }
}

/// A generator by hand, for every executor, that must not move either.
struct Steps<'a>(Rooted<'a>);

impl<'a> Generator for Steps<'a> {
    type Yield = u32;
    type Return = &'static str;

    fn resume(self: Pin<&mut Self>, _: &mut ()) -> State<u32, &'static str> {
        let polls = self.0.polls;
        // The field is pinned as the whole is.
        let rooted = unsafe { self.map_unchecked_mut(|this| &mut this.0) };
        if rooted.poll_at() { State::Complete("done") } else { State::Yielded(polls.get()) }
    }
}

fn awaits(polls: &Cell<u32>) => static impl Future<Output = (u32, u32, u32)> {
    let first = await rooted(3, polls);
    let second = rooted(2, polls).await;
    let third = rooted(1, polls);
    (first, second, await third)
}

fn nested(polls: &Cell<u32>) => static impl generator::Future<Task, Return = u32> {
    let mut sum = 0;
    for n in 1..3 {
        sum += await rooted(n, polls) + awaits(polls).await.0;
    }
    sum
}

fn streams(polls: &Cell<u32>) => static impl Stream<(), Yield = u32, Return = usize> {
    let mut sum = 0;
    let end = await for n in Steps(rooted(3, polls)) {
        sum += n;
        yield n * 100;
    };
    let delegated = yield.. Steps(rooted(2, polls));
    end.len() + delegated.len() + sum as usize
}

fn poll_all<F: Future + ?Sized>(mut future: Pin<&mut F>) -> (u32, F::Output) {
    let mut pending = 0;
    loop {
        match future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(value) => return (pending, value),
            Poll::Pending => pending += 1,
        }
    }
}

fn main() {
    let polls = Cell::new(0);
    assert_eq!(poll_all(pin!(awaits(&polls))), (3, (3, 5, 6)));

    // A box moves, its frame does not.
    polls.set(0);
    let mut boxed = Box::pin(awaits(&polls));
    assert!(boxed.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
    let mut moved = vec![None, Some(boxed)];
    moved.swap(0, 1);
    assert_eq!(poll_all(moved[0].as_mut().unwrap().as_mut()), (2, (3, 5, 6)));

    polls.set(0);
    let mut erased: Pin<Box<dyn Future<Output = u32>>> = Box::pin(nested(&polls).into_core());
    assert_eq!(poll_all(erased.as_mut()), (7, 1 + 4 + 9 + 12));

    polls.set(0);
    let mut frame = streams(&polls).into_box();
    assert_eq!(frame.step(&mut ()), State::Yielded(100));
    let mut frame = Box::new(frame);
    assert_eq!(frame.step(&mut ()), State::Yielded(200));
    assert_eq!(frame.step(&mut ()), State::Yielded(4));
    assert_eq!(frame.step(&mut ()), State::Complete(4 + 4 + 3));
}
