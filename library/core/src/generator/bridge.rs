//! Iterators and futures as generators.
//!
//! There is one bridge for each foreign trait, and it leads one way: an iterator is a generator for
//! the executor `()`, a future one for [`Task`]. The way back needs a wrapper, [`Iter`] or
//! [`IntoCore`](super::IntoCore), because two blanket implementations could meet in one
//! type. For the same reason `&mut G` and `Box<G>` are not generators where `G` is: they are
//! iterators where `G` is, and so would be generators twice.
//!
//! [`Iter`]: super::Iter

use super::lowering::into_generator;
use super::{Generator, State, Task};
use crate::future::Future;
use crate::pin::Pin;
use crate::task::Poll;

/// An iterator yields its items, and returns nothing.
///
/// ```
/// #![feature(native_generators)]
/// use std::generator::{Generator, State};
///
/// let mut chars = "hi".chars();
/// assert_eq!(chars.step(&mut ()), State::Yielded('h'));
/// assert_eq!(chars.step(&mut ()), State::Yielded('i'));
/// assert_eq!(chars.step(&mut ()), State::Complete(()));
/// ```
#[diagnostic::do_not_recommend]
#[unstable(feature = "native_generators", issue = "none")]
impl<I: Iterator + Unpin> Generator<()> for I {
    type Yield = I::Item;
    type Return = ();

    #[inline]
    fn resume(self: Pin<&mut Self>, _: &mut ()) -> State<I::Item, ()> {
        match self.get_mut().next() {
            Some(item) => State::Yielded(item),
            None => State::Complete(()),
        }
    }
}

/// A future yields nothing, and returns its output.
///
/// ```
/// #![feature(native_generators)]
/// use std::future;
/// use std::generator::{self, Generator};
///
/// fn add(a: u32) => impl generator::Future<generator::Task, Return = u32> {
///     a + await future::ready(1)
/// }
/// # use std::pin::pin;
/// # use std::task::{Context, Poll, Waker};
/// # let mut add = pin!(add(1).into_core());
/// # let mut context = Context::from_waker(Waker::noop());
/// # assert_eq!(future::Future::poll(add.as_mut(), &mut context), Poll::Ready(2));
/// ```
#[diagnostic::do_not_recommend]
#[unstable(feature = "native_generators", issue = "none")]
impl<F: Future + ?Sized> Generator<Task> for F {
    type Yield = !;
    type Return = F::Output;

    #[inline]
    fn resume(self: Pin<&mut Self>, task: &mut Task) -> State<!, F::Output, ()> {
        match task.with_context(|context| self.poll(context)) {
            Poll::Ready(output) => State::Complete(output),
            Poll::Pending => State::Blocked(()),
        }
    }
}

// Collections, one by one: `impl<T: IntoIterator> IntoGenerator<()> for T` would overlap with the
// implementation for all generators, as every iterator is both.
into_generator! {
    impl[T, const N: usize] for [T; N];
    impl['a, T, const N: usize] for &'a [T; N];
    impl['a, T, const N: usize] for &'a mut [T; N];
    impl['a, T] for &'a [T];
    impl['a, T] for &'a mut [T];
    impl[T] for Option<T>;
    impl['a, T] for &'a Option<T>;
    impl['a, T] for &'a mut Option<T>;
    impl[T, E] for Result<T, E>;
    impl['a, T, E] for &'a Result<T, E>;
    impl['a, T, E] for &'a mut Result<T, E>;
}
