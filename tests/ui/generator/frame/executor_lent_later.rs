//@ run-pass
//@ revisions: plain inlined optimized
//@[inlined] compile-flags: -Zinline-awaited=yes -Zvalidate-mir
//@[optimized] compile-flags: -Copt-level=3

// A frame that does not move may hold the executor that is lent by `ref executor`. It is put there at
// once when the frame is first resumed, and what it was called with is there, too.

#![feature(native_generators, async_iterator)]

use std::async_iter::AsyncIterator;
use std::generator::{Arg, Generator, State, Stream, Task};
use std::pin::pin;
use std::task::{Context, Poll, Waker};

fn unit(b: Box<u32>) => static impl Stream<(), Yield = u32, Return = ()> {
    assert_eq!(*b, 5);
    drop(b);
    yield 1;
    let _: &mut () = ref executor;
    yield 2;
}

fn looping(b: [u16; 5]) => static impl Stream<(), Yield = u16, Return = ()> {
    let mut sum = 0;
    for n in b {
        sum += n;
    }
    loop {
        yield sum;
        let _: &mut () = ref executor;
    }
}

fn argument(b: String) => static impl Generator<Arg<u64>, Yield = usize, Return = ()> {
    let length = b.len();
    drop(b);
    yield length;
    let _: &mut Arg<u64> = ref executor;
    yield 2;
}

fn task(b: Box<u32>) => static impl AsyncIterator<Item = u32> {
    assert_eq!(*b, 5);
    drop(b);
    yield 1;
    let _: &mut Task = ref executor;
    yield 2;
}

fn main() {
    let mut frame = pin!(unit(Box::new(5)));
    assert_eq!(frame.as_mut().resume(&mut ()), State::Yielded(1));
    assert_eq!(frame.as_mut().resume(&mut ()), State::Yielded(2));
    assert_eq!(frame.as_mut().resume(&mut ()), State::Complete(()));

    let mut frame = pin!(looping([1, 2, 3, 4, 5]));
    for _ in 0..3 {
        assert_eq!(frame.as_mut().resume(&mut ()), State::Yielded(15));
    }

    let mut frame = pin!(argument(String::from("four")));
    let mut executor = Arg::new(7);
    assert_eq!(frame.as_mut().resume(&mut executor), State::Yielded(4));

    let mut frame = pin!(task(Box::new(5)));
    let mut context = Context::from_waker(Waker::noop());
    for item in [Some(1), Some(2), None] {
        assert_eq!(frame.as_mut().poll_next(&mut context), Poll::Ready(item));
    }
}
