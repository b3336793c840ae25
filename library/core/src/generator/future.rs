//! Generators that yield nothing, and how to run one.

use super::{Executor, Generator, State};
use crate::pin::pin;

/// A generator that yields nothing: it blocks, and in the end it returns.
///
/// Every such generator is a `Future`: this is another name for it, to write after `=>` and in
/// bounds.
///
/// ```
/// #![feature(native_generators)]
/// use std::generator::{self, Executor, Future};
///
/// fn double<E: Executor>(n: impl Future<E, Return = u32> + Unpin) => impl Future<E, Return = u32> {
///     2 * await n
/// }
///
/// assert_eq!(generator::run(double(generator::ready(4))), 8);
/// ```
#[unstable(feature = "native_generators", issue = "none")]
#[must_use = "generators do nothing unless resumed"]
pub trait Future<E: Executor = ()>: Generator<E, Yield = !> {}

#[unstable(feature = "native_generators", issue = "none")]
impl<E: Executor, G: Generator<E, Yield = !> + ?Sized> Future<E> for G {}

/// A generator, under the name that goes with [`Future`].
///
/// ```
/// #![feature(native_generators)]
/// use std::generator::{self, Executor, Future, Stream};
///
/// fn sum<E: Executor>(
///     numbers: impl Stream<E, Yield = u32, Return = ()> + Unpin,
/// ) => impl Future<E, Return = u32> {
///     let mut sum = 0;
///     await for n in numbers {
///         sum += n;
///     }
///     sum
/// }
///
/// assert_eq!(generator::run(sum([1, 2, 3].into_iter())), 6);
/// ```
#[unstable(feature = "native_generators", issue = "none")]
#[must_use = "generators do nothing unless resumed"]
pub trait Stream<E: Executor = ()>: Generator<E> {}

#[unstable(feature = "native_generators", issue = "none")]
impl<E: Executor, G: Generator<E> + ?Sized> Stream<E> for G {}

/// Runs a synchronous future to its end.
///
/// Under the executor `()` nothing blocks, so this is a call.
///
/// # Examples
///
/// ```
/// #![feature(native_generators)]
/// use std::generator::{self, Executor, Future};
///
/// // Generic over the executor: synchronous here, asynchronous under `Task`.
/// fn greeting<E: Executor>() => impl Future<E, Return = &'static str> {
///     "hello"
/// }
///
/// assert_eq!(generator::run(greeting()), "hello");
/// ```
#[unstable(feature = "native_generators", issue = "none")]
#[inline]
pub fn run<F: Future<()>>(future: F) -> F::Return {
    let State::Complete(value) = pin!(future).resume(&mut ());
    value
}
