//! Running one future on the present thread.

use core::generator::{Future, Generator, IntoCore, Task};

use crate::pin::pin;
use crate::sync::Arc;
use crate::sync::atomic::{AtomicBool, Ordering};
use crate::task::{Context, Poll, Wake, Waker};
use crate::thread::{self, Thread};

/// Runs a future to its end, and lets the thread sleep while it is pending.
///
/// Every [`core::future::Future`] is a `Future<Task>`, so this runs `async` code as well.
///
/// # Examples
///
/// ```
/// #![feature(native_generators)]
/// use std::generator::{self, Future, Task};
///
/// fn sum(numbers: Vec<u32>) => impl Future<Task, Return = u32> {
///     let mut sum = 0;
///     for i in 0..numbers.len() {
///         sum += await std::future::ready(numbers[i]);
///     }
///     sum
/// }
///
/// assert_eq!(generator::block_on(sum(vec![1, 2, 3])), 6);
/// assert_eq!(generator::block_on(async { 7 }), 7);
/// ```
#[unstable(feature = "native_generators", issue = "none")]
pub fn block_on<F: Future<Task>>(future: F) -> F::Return {
    let mut future = pin!(into_core(future));
    let signal = Arc::new(Signal { thread: thread::current(), is_set: AtomicBool::new(false) });
    let waker = Waker::from(signal.clone());
    let mut context = Context::from_waker(&waker);
    loop {
        if let Poll::Ready(value) = crate::future::Future::poll(future.as_mut(), &mut context) {
            return value;
        }
        // A token of `park` may be somebody else's.
        while !signal.is_set.swap(false, Ordering::Acquire) {
            thread::park();
        }
    }
}

fn into_core<F: Future<Task>>(future: F) -> IntoCore<F> {
    <F as Generator<Task>>::into_core(future)
}

struct Signal {
    thread: Thread,
    is_set: AtomicBool,
}

impl Wake for Signal {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        // No mere store: the future must see what the threads did that set it before this one, too.
        self.is_set.swap(true, Ordering::Release);
        self.thread.unpark();
    }
}
