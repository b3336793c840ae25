//@ run-pass
//@ edition: 2024

// A `Task` knows its poll by where it is. Whatever safe code does with the tasks of two polls, or
// with a slice of one, each goes on giving the waker of its own poll.

#![feature(native_generators)]

use std::array;
use std::cell::Cell;
use std::cmp::Ordering;
use std::future::Future as _;
use std::generator::{Future, Generator, Task};
use std::mem;
use std::pin::pin;
use std::slice;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};

struct Quiet;

impl Wake for Quiet {
    fn wake(self: Arc<Self>) {}
}

fn calls(mut f: impl FnMut(&mut Task)) => impl Future<Task, Return = ()> {
    f(ref executor)
}

/// Calls `f` with the task of a poll that has this waker.
fn poll(waker: &Waker, f: impl FnMut(&mut Task)) {
    let mut context = Context::from_waker(waker);
    assert_eq!(pin!(calls(f).into_core()).poll(&mut context), Poll::Ready(()));
}

fn exchanged(outer: &mut Task, inner: &mut Task) {
    mem::swap(outer, inner);
    Cell::from_mut(outer).swap(Cell::from_mut(inner));
    slice::from_mut(outer).swap_with_slice(slice::from_mut(inner));
}

/// Every way to come by the task again from a slice that has it.
fn from_a_slice(task: &mut Task, check: impl Fn(&mut Task)) {
    let tasks = slice::from_mut(task);
    tasks.reverse();
    tasks.rotate_left(1);
    tasks.sort_by(|_, _| Ordering::Less);
    check(&mut tasks[0]);
    tasks.iter_mut().for_each(&check);
    tasks.iter_mut().rev().for_each(&check);
    tasks.chunks_mut(1).for_each(|tasks| check(&mut tasks[0]));
    tasks.rchunks_mut(1).for_each(|tasks| check(&mut tasks[0]));
    tasks.chunks_exact_mut(1).for_each(|tasks| check(&mut tasks[0]));
    tasks.split_mut(|_| false).for_each(|tasks| check(&mut tasks[0]));
    check(&mut tasks.split_at_mut(0).1[0]);
    check(&mut tasks.split_at_mut(1).0[0]);
    check(tasks.split_first_mut().unwrap().0);
    check(tasks.split_last_mut().unwrap().0);
    check(tasks.select_nth_unstable_by(0, |_, _| Ordering::Less).1);
    let [task] = array::from_mut(&mut tasks[0]).each_mut();
    check(task);
}

fn main() {
    let (waker, other) = (Waker::from(Arc::new(Quiet)), Waker::from(Arc::new(Quiet)));
    poll(&waker, |outer| {
        poll(&other, |inner| {
            exchanged(outer, inner);
            assert!(outer.waker().will_wake(&waker));
            assert!(inner.waker().will_wake(&other));
        });
        from_a_slice(outer, |task| assert!(task.waker().will_wake(&waker)));
    });
}
