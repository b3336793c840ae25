//! Running one future on the present thread.

use core::generator::{Future, Generator, IntoCore, Task};

use self::signal::Signal;
use crate::pin::pin;
use crate::task::{Context, Poll, Waker};

mod signal;

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
    let signal = Signal::new();
    let waker = Waker::from(signal.clone());
    let mut context = Context::from_waker(&waker);
    loop {
        if let Poll::Ready(value) = crate::future::Future::poll(future.as_mut(), &mut context) {
            return value;
        }
        signal.wait();
    }
}

fn into_core<F: Future<Task>>(future: F) -> IntoCore<F> {
    <F as Generator<Task>>::into_core(future)
}
