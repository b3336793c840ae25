//@ run-pass
//@ revisions: e2018 e2021 e2024
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// Futures written by hand are awaited: they see the waker of the poll that is running, are polled
// once for each poll of the frame, and never again once they are ready.

#![feature(native_generators)]

use std::cell::{Cell, RefCell};
use std::future::{self, Future};
use std::generator::{self, Task};
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll, Wake, Waker, ready};

#[derive(Default)]
struct Counter {
    wakes: AtomicUsize,
}

impl Wake for Counter {
    fn wake(self: Arc<Self>) {
        self.wakes.fetch_add(1, Ordering::SeqCst);
    }
}

/// A slot that one side fills and the other awaits.
struct Slot<T> {
    value: Cell<Option<T>>,
    waiting: RefCell<Option<Waker>>,
}

impl<T> Slot<T> {
    fn new() -> Rc<Slot<T>> {
        Rc::new(Slot { value: Cell::new(None), waiting: RefCell::new(None) })
    }

    fn fill(&self, value: T) {
        self.value.set(Some(value));
        if let Some(waker) = self.waiting.borrow_mut().take() {
            waker.wake();
        }
    }
}

struct Receive<T> {
    slot: Rc<Slot<T>>,
    polls: Rc<Cell<u32>>,
    over: bool,
}

impl<T> Future for Receive<T> {
    type Output = T;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<T> {
        assert!(!self.over, "polled after it was ready");
        self.polls.set(self.polls.get() + 1);
        match self.slot.value.take() {
            Some(value) => {
                self.over = true;
                Poll::Ready(value)
            }
            None => {
                *self.slot.waiting.borrow_mut() = Some(context.waker().clone());
                Poll::Pending
            }
        }
    }
}

/// A combinator by hand around a native frame.
struct Doubled<F>(F);

impl<F: Future<Output = u32> + Unpin> Future for Doubled<F> {
    type Output = u32;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<u32> {
        let value = ready!(Pin::new(&mut self.0).poll(context));
        Poll::Ready(2 * value)
    }
}

fn received(slot: Rc<Slot<u32>>, polls: Rc<Cell<u32>>) => impl Future<Output = u32> {
    let receive = |polls: &Rc<Cell<u32>>| Receive {
        slot: slot.clone(),
        polls: polls.clone(),
        over: false,
    };
    let first = receive(&polls);
    let second = receive(&polls);
    let first = await first;
    let second = second.await;
    first * 100 + second
}

fn around(slot: Rc<Slot<u32>>, polls: Rc<Cell<u32>>) => impl generator::Future<Task, Return = u32> {
    let woken = ref executor.with_context(|context| context.waker().clone());
    let value = await Doubled(received(slot, polls));
    let same = await future::poll_fn(move |context| Poll::Ready(context.waker().will_wake(&woken)));
    assert!(same);
    value + 1
}

fn main() {
    use std::generator::Generator;

    let counter = Arc::new(Counter::default());
    let waker = Waker::from(counter.clone());
    let mut context = Context::from_waker(&waker);
    let (slot, polls) = (Slot::new(), Rc::new(Cell::new(0)));
    let mut future = pin!(around(slot.clone(), polls.clone()).into_core());
    let mut poll = || future.as_mut().poll(&mut context);
    assert_eq!(poll(), Poll::Pending);
    assert_eq!(poll(), Poll::Pending);
    assert_eq!(polls.get(), 2);
    slot.fill(1);
    assert_eq!(counter.wakes.load(Ordering::SeqCst), 1);
    assert_eq!(poll(), Poll::Pending);
    assert_eq!(polls.get(), 4);
    slot.fill(2);
    assert_eq!(counter.wakes.load(Ordering::SeqCst), 2);
    assert_eq!(poll(), Poll::Ready(205));
    assert_eq!(polls.get(), 5);
}
