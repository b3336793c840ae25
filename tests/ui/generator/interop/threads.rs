//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024
//@ needs-threads

// A wake-up from another thread: the frame hands out its waker, blocks, and is polled again.

#![feature(native_generators)]

use std::future::Future;
use std::generator::{self, State, Task};
use std::pin::pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};

struct Unpark(Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

fn block_on<F: Future>(future: F) -> F::Output {
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let mut context = Context::from_waker(&waker);
    let mut future = pin!(future);
    loop {
        match future.as_mut().poll(&mut context) {
            Poll::Ready(output) => return output,
            Poll::Pending => thread::park(),
        }
    }
}

enum Slot<T> {
    Empty,
    Waiting(Waker),
    Full(T),
}

fn on_a_thread<T: Send + 'static>(
    f: impl FnOnce() -> T + Send + 'static,
) => impl generator::Future<Task, Return = T> {
    let slot = Arc::new(Mutex::new(Slot::Empty));
    let there = slot.clone();
    let thread = thread::spawn(move || {
        let value = f();
        let before = std::mem::replace(&mut *there.lock().unwrap(), Slot::Full(value));
        if let Slot::Waiting(waker) = before {
            waker.wake();
        }
    });
    let value = await generator::from_fn(move |task: &mut Task| {
        let mut slot = slot.lock().unwrap();
        match std::mem::replace(&mut *slot, Slot::Waiting(task.waker())) {
            Slot::Full(value) => State::Complete(value),
            Slot::Empty | Slot::Waiting(_) => State::Blocked(()),
        }
    });
    thread.join().unwrap();
    value
}

fn all(n: u64) => impl Future<Output = Vec<String>> {
    let mut all = vec![];
    for m in 0..n {
        all.push(String::new());
        let text = await on_a_thread(move || format!("from thread {}", m));
        all[m as usize] = text;
    }
    all
}

fn main() {
    assert_eq!(block_on(all(3)), ["from thread 0", "from thread 1", "from thread 2"]);
    let moved = thread::spawn(|| block_on(all(1)));
    assert_eq!(moved.join().unwrap(), ["from thread 0"]);
}
