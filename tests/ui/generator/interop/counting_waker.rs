//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// A tiny `block_on`, with a waker that counts: each wake-up leads to one poll, and none is lost.

#![feature(native_generators)]

use std::future::Future;
use std::generator::{self, State, Task};
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::task::{Context, Poll, Wake, Waker};

#[derive(Default)]
struct Count {
    wakes: AtomicU32,
}

impl Wake for Count {
    fn wake(self: Arc<Self>) {
        self.wakes.fetch_add(1, Ordering::SeqCst);
    }
}

fn block_on<F: Future>(future: F) -> (F::Output, u32) {
    let count = Arc::new(Count::default());
    let waker = Waker::from(count.clone());
    let mut context = Context::from_waker(&waker);
    let mut future = pin!(future);
    let mut polls = 0;
    loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut context) {
            assert_eq!(Arc::strong_count(&count), 2);
            return (output, polls);
        }
        polls += 1;
        assert_eq!(count.wakes.load(Ordering::SeqCst), polls);
    }
}

fn yield_now() => impl generator::Future<Task, Return = ()> {
    let mut yielded = false;
    await generator::from_fn(move |task: &mut Task| {
        if yielded {
            return State::Complete(());
        }
        yielded = true;
        task.waker().wake();
        State::Blocked(())
    })
}

fn by_ref() => impl Future<Output = bool> {
    let mut known: Option<Waker> = None;
    for _ in 0..3 {
        let waker = (ref executor).waker();
        if let Some(known) = &known {
            assert!(waker.will_wake(known));
        }
        known = Some(waker);
        await yield_now();
    }
    (ref executor).with_context(|context| context.waker().will_wake(known.as_ref().unwrap()))
}

fn sums(n: u32) => impl Future<Output = u32> {
    let mut sum = 0;
    for m in 0..n {
        await yield_now();
        sum += m;
    }
    sum
}

fn main() {
    assert_eq!(block_on(sums(5)), (10, 5));
    assert_eq!(block_on(sums(0)), (0, 0));
    assert_eq!(block_on(by_ref()), (true, 3));
}
