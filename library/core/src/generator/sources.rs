//! Generators made from something else: a closure, an iterator.

use super::lowering::Phase;
use super::{Executor, Generator, State};
use crate::fmt;
use crate::marker::PhantomData;
use crate::pin::Pin;

/// Makes a generator that calls `f` each time it is resumed.
///
/// This is how a state machine by hand, or a primitive that talks to its executor, becomes a
/// generator. Unlike a frame, it does not notice when it is resumed after completion: it calls `f`
/// again.
///
/// # Examples
///
/// ```
/// #![feature(native_generators)]
/// use std::generator::{self, Generator, State};
///
/// let mut left = 3;
/// let countdown = generator::from_fn(|_: &mut ()| {
///     left -= 1;
///     if left > 0 { State::Yielded(left) } else { State::Complete(()) }
/// });
///
/// assert_eq!(countdown.iter().collect::<Vec<_>>(), [2, 1]);
/// ```
#[unstable(feature = "native_generators", issue = "none")]
#[inline]
pub const fn from_fn<E, F, Y, R>(f: F) -> FromFn<E, F>
where
    E: Executor,
    F: FnMut(&mut E) -> State<Y, R, E::Blocked>,
{
    FromFn { f, executor: PhantomData }
}

/// Makes a generator that is complete as soon as it is resumed, under any executor.
///
/// # Panics
///
/// The generator panics if it is resumed again.
///
/// # Examples
///
/// ```
/// #![feature(native_generators)]
/// use std::generator;
///
/// assert_eq!(generator::run(generator::ready(7)), 7);
/// ```
#[unstable(feature = "native_generators", issue = "none")]
#[inline]
pub const fn ready<R>(value: R) -> Ready<R> {
    Ready { value: Some(value) }
}

/// A generator that is complete as soon as it is resumed.
///
/// This is what [`ready`] returns.
#[unstable(feature = "native_generators", issue = "none")]
#[must_use = "generators do nothing unless resumed"]
#[derive(Clone, Debug)]
pub struct Ready<R> {
    value: Option<R>,
}

/// The value is never pinned.
#[unstable(feature = "native_generators", issue = "none")]
impl<R> Unpin for Ready<R> {}

#[unstable(feature = "native_generators", issue = "none")]
impl<E: Executor, R> Generator<E> for Ready<R> {
    type Yield = !;
    type Return = R;

    #[inline]
    #[track_caller]
    fn resume(self: Pin<&mut Self>, _: &mut E) -> State<!, R, E::Blocked> {
        let value = self.get_mut().value.take();
        State::Complete(value.expect("generator resumed after completion"))
    }

    #[inline]
    fn __phase(&self) -> Phase {
        if self.value.is_some() { Phase::Unresumed } else { Phase::Complete }
    }
}

/// A generator that calls a closure each time it is resumed.
///
/// This is what [`from_fn`] returns.
#[unstable(feature = "native_generators", issue = "none")]
#[must_use = "generators do nothing unless resumed"]
pub struct FromFn<E, F> {
    f: F,
    executor: PhantomData<fn(&mut E)>,
}

/// The closure is never pinned.
#[unstable(feature = "native_generators", issue = "none")]
impl<E, F> Unpin for FromFn<E, F> {}

#[unstable(feature = "native_generators", issue = "none")]
impl<E, F, Y, R> Generator<E> for FromFn<E, F>
where
    E: Executor,
    F: FnMut(&mut E) -> State<Y, R, E::Blocked>,
{
    type Yield = Y;
    type Return = R;

    #[inline]
    fn resume(self: Pin<&mut Self>, executor: &mut E) -> State<Y, R, E::Blocked> {
        (self.get_mut().f)(executor)
    }
}

#[unstable(feature = "native_generators", issue = "none")]
impl<E, F: Clone> Clone for FromFn<E, F> {
    fn clone(&self) -> FromFn<E, F> {
        FromFn { f: self.f.clone(), executor: PhantomData }
    }
}

#[unstable(feature = "native_generators", issue = "none")]
impl<E, F> fmt::Debug for FromFn<E, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FromFn").finish_non_exhaustive()
    }
}

/// Makes a generator that yields the items of an iterator, for any executor.
///
/// An iterator is a generator as it is, but for the executor `()` only, and only if it is
/// [`Unpin`]. It takes nothing of what resumptions pass in.
///
/// # Examples
///
/// ```
/// #![feature(native_generators)]
/// use std::generator::{self, Arg, Generator, State};
///
/// let mut words = generator::from_iter("to be or not".split(' '));
/// assert_eq!(words.step(&mut Arg::<&str>::empty()), State::Yielded("to"));
/// assert_eq!(words.step(&mut Arg::new("or not to be")), State::Yielded("be"));
/// ```
#[unstable(feature = "native_generators", issue = "none")]
#[inline]
pub fn from_iter<E: Executor, I: IntoIterator>(iter: I) -> FromIter<E, I::IntoIter> {
    FromIter { iter: iter.into_iter(), started: false, executor: PhantomData }
}

/// A generator that yields the items of an iterator.
///
/// This is what [`from_iter`] returns.
#[unstable(feature = "native_generators", issue = "none")]
#[must_use = "generators do nothing unless resumed"]
pub struct FromIter<E, I> {
    iter: I,
    started: bool,
    executor: PhantomData<fn(&mut E)>,
}

/// The iterator is never pinned.
#[unstable(feature = "native_generators", issue = "none")]
impl<E, I> Unpin for FromIter<E, I> {}

#[unstable(feature = "native_generators", issue = "none")]
impl<E: Executor, I: Iterator> Generator<E> for FromIter<E, I> {
    type Yield = I::Item;
    type Return = ();

    #[inline]
    fn resume(self: Pin<&mut Self>, _: &mut E) -> State<I::Item, (), E::Blocked> {
        let this = self.get_mut();
        this.started = true;
        match this.iter.next() {
            Some(item) => State::Yielded(item),
            None => State::Complete(()),
        }
    }

    #[inline]
    fn __phase(&self) -> Phase {
        if self.started { Phase::Suspended } else { Phase::Unresumed }
    }
}

#[unstable(feature = "native_generators", issue = "none")]
impl<E, I: Clone> Clone for FromIter<E, I> {
    fn clone(&self) -> FromIter<E, I> {
        FromIter { iter: self.iter.clone(), started: self.started, executor: PhantomData }
    }
}

#[unstable(feature = "native_generators", issue = "none")]
impl<E, I: fmt::Debug> fmt::Debug for FromIter<E, I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("FromIter").field(&self.iter).finish()
    }
}
