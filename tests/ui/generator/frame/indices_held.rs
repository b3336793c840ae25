//@ run-pass
//@ edition: 2024
//@ revisions: plain prefix inlined optimized
//@[prefix] compile-flags: -Zcoroutine-layout=prefix
//@[inlined] compile-flags: -Zinline-awaited=yes -Zvalidate-mir
//@[optimized] compile-flags: -Copt-level=3

// An index is held across a suspend point where a guard of the `match` that looks at the place suspends.

#![feature(native_generators, gen_blocks)]

use std::future::Future as CoreFuture;
use std::generator::{Generator, State, Stream};
use std::hint::black_box;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

struct Later(bool);

impl CoreFuture for Later {
    type Output = bool;

    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<bool> {
        if std::mem::replace(&mut self.0, true) { Poll::Ready(false) } else { Poll::Pending }
    }
}

async fn in_async(values: [u32; 4], i: usize) -> u32 {
    match values[i] {
        _ if Later(false).await => 0,
        x => x,
    }
}

fn movable(values: [u32; 4], i: usize) => impl Stream<Yield = u32, Return = u32> {
    match values[i] {
        _ if { yield 1; false } => 0,
        x => x,
    }
}

fn pinned(values: [[u32; 4]; 2], i: usize, j: usize)
    => static impl Stream<Yield = u32, Return = u32>
{
    match values[i][j] {
        _ if { yield 1; false } => 0,
        _ if { yield 2; false } => 0,
        x => x,
    }
}

fn of_slice(values: &[u32], i: usize) => impl Stream<Yield = u32, Return = u32> {
    match values[i] {
        _ if { yield 1; false } => 0,
        x => x,
    }
}

fn of_gen(values: [u32; 4], i: usize) -> impl Iterator<Item = u32> {
    gen move {
        match values[i] {
            _ if { yield 1; false } => yield 0,
            x => yield x,
        }
    }
}

/// Leaves other numbers where the next function has its variables.
#[inline(never)]
fn overwrite_stack(n: usize) -> usize {
    black_box([n; 64])[3]
}

fn main() {
    let mut context = Context::from_waker(Waker::noop());
    let mut future = pin!(in_async([1, 2, 3, 4], 2));
    assert!(future.as_mut().poll(&mut context).is_pending());
    overwrite_stack(7_777_777_777);
    assert_eq!(future.as_mut().poll(&mut context), Poll::Ready(3));

    let mut frame = movable([1, 2, 3, 4], 2);
    assert_eq!(Pin::new(&mut frame).resume(&mut ()), State::Yielded(1));
    overwrite_stack(7_777_777_777);
    let mut moved = Box::new(frame);
    assert_eq!(Pin::new(&mut *moved).resume(&mut ()), State::Complete(3));

    let mut frame = pin!(pinned([[1, 2, 3, 4], [5, 6, 7, 8]], 1, 3));
    assert_eq!(frame.as_mut().resume(&mut ()), State::Yielded(1));
    overwrite_stack(7_777_777_777);
    assert_eq!(frame.as_mut().resume(&mut ()), State::Yielded(2));
    overwrite_stack(7_777_777_777);
    assert_eq!(frame.as_mut().resume(&mut ()), State::Complete(8));

    let values = vec![10, 20, 30];
    let mut frame = of_slice(&values, 1);
    assert_eq!(Pin::new(&mut frame).resume(&mut ()), State::Yielded(1));
    overwrite_stack(7_777_777_777);
    assert_eq!(Pin::new(&mut frame).resume(&mut ()), State::Complete(20));

    let mut items = of_gen([1, 2, 3, 4], 2);
    assert_eq!(items.next(), Some(1));
    overwrite_stack(7_777_777_777);
    assert_eq!(items.next(), Some(3));
}
