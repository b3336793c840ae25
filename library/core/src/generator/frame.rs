//! The values that generator functions return.

use super::lowering::{Handle, Phase, Suspend};
use super::{Executor, Generator, IntoCore, State, Task};
use crate::any::type_name;
use crate::async_iter::AsyncIterator;
use crate::fmt;
use crate::future::IntoFuture;
use crate::iter::FusedIterator;
use crate::ops::{Coroutine, CoroutineState};
use crate::pin::Pin;
use crate::task::{Context, Poll};

/// What a generator function returns, as it is: the frame of its body.
///
/// It is the body's arguments, its state, and whatever it keeps across suspend points. You meet it
/// behind the face of a generator function, `impl Generator<…>`, or as the result of a generator
/// closure, where its type is visible:
///
/// ```
/// #![feature(native_generators)]
///
/// let evens = |below: u32| => {
///     for n in (0..below).step_by(2) {
///         yield n;
///     }
/// };
///
/// let mut all = Vec::new();
/// for n in evens(7) {
///     all.push(n);
/// }
/// assert_eq!(all, [0, 2, 4, 6]);
/// ```
///
/// A frame is a [`Generator`] for the executor that its body asks for. It is no [`Iterator`], but
/// where it is synchronous and returns `()` it is [`IntoIterator`].
///
/// [`Debug`](fmt::Debug) tells where the body stands in the source, and how far it has come.
#[lang = "GeneratorFrame"]
#[unstable(feature = "native_generators", issue = "none")]
#[must_use = "generators do nothing unless resumed"]
#[derive(Clone)]
#[repr(transparent)]
pub struct Frame<C> {
    coroutine: C,
}

impl<C> Frame<C> {
    #[inline]
    pub(super) const fn new(coroutine: C) -> Frame<C> {
        Frame { coroutine }
    }
}

#[diagnostic::do_not_recommend]
#[unstable(feature = "native_generators", issue = "none")]
impl<C, E, Y, R> Generator<E> for Frame<C>
where
    E: Executor,
    C: Coroutine<Handle<E>, Yield = Suspend<Y, E::Blocked>, Return = R>,
{
    type Yield = Y;
    type Return = R;

    #[inline]
    fn resume(self: Pin<&mut Self>, executor: &mut E) -> State<Y, R, E::Blocked> {
        // SAFETY: The coroutine is pinned whenever the frame is. Nothing moves it out of a pinned
        // frame, `Frame` has no destructor, and it is `Unpin` only if the coroutine is.
        let coroutine = unsafe { self.map_unchecked_mut(|frame| &mut frame.coroutine) };
        match coroutine.resume(Handle::new(executor)) {
            CoroutineState::Yielded(Suspend::Yielded(value)) => State::Yielded(value),
            CoroutineState::Yielded(Suspend::Blocked(reason)) => State::Blocked(reason),
            CoroutineState::Complete(value) => State::Complete(value),
        }
    }

    #[inline]
    fn __phase(&self) -> Phase {
        Phase::of(&self.coroutine)
    }
}

#[diagnostic::do_not_recommend]
#[unstable(feature = "native_generators", issue = "none")]
impl<C, Y> IntoIterator for Frame<C>
where
    C: Coroutine<Handle<()>, Yield = Suspend<Y, !>, Return = ()> + Unpin,
{
    type Item = Y;
    type IntoIter = FrameIter<Frame<C>>;

    #[inline]
    fn into_iter(self) -> FrameIter<Frame<C>> {
        FrameIter::new(self)
    }
}

#[unstable(feature = "native_generators", issue = "none")]
impl<C> fmt::Debug for Frame<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        debug(&self.coroutine, f)
    }
}

/// What a generator function with the face `Iterator` returns.
///
/// It is fused: `None` for ever once the body has returned, and after it has panicked. The body's
/// own state tells, so this is no larger than the [`Frame`].
///
/// # Examples
///
/// ```
/// #![feature(native_generators)]
///
/// fn powers(base: u32) => impl Iterator<Item = u32> {
///     let mut power = Some(1u32);
///     while let Some(p) = power {
///         yield p;
///         power = p.checked_mul(base);
///     }
/// }
///
/// assert_eq!(powers(10).last(), Some(1_000_000_000));
/// ```
#[lang = "GeneratorFrameIter"]
#[unstable(feature = "native_generators", issue = "none")]
#[must_use = "generators do nothing unless resumed"]
#[derive(Clone)]
#[repr(transparent)]
pub struct FrameIter<F> {
    frame: F,
}

impl<C> FrameIter<Frame<C>> {
    #[inline]
    pub(super) const fn new(frame: Frame<C>) -> FrameIter<Frame<C>> {
        FrameIter { frame }
    }
}

// A caller knows `F` as an opaque type, the face of a function: a generator, and no more.
#[unstable(feature = "native_generators", issue = "none")]
impl<F: Generator<(), Return = ()> + Unpin> Iterator for FrameIter<F> {
    type Item = F::Yield;

    #[inline]
    fn next(&mut self) -> Option<F::Yield> {
        // A frame knows when it is over, and so after a panic too.
        if self.frame.__phase().is_over() {
            return None;
        }
        match Pin::new(&mut self.frame).resume(&mut ()) {
            State::Yielded(item) => Some(item),
            State::Complete(()) => None,
        }
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, self.frame.__phase().is_over().then_some(0))
    }
}

#[unstable(feature = "native_generators", issue = "none")]
impl<F: Generator<(), Return = ()> + Unpin> FusedIterator for FrameIter<F> {}

#[unstable(feature = "native_generators", issue = "none")]
impl<F: fmt::Debug> fmt::Debug for FrameIter<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.frame.fmt(f)
    }
}

/// A raw frame that runs under [`Task`] and yields nothing can be awaited by `async` code. (Other
/// generators are turned into futures with [`Generator::into_core`].)
///
/// ```
/// #![feature(native_generators)]
/// use std::generator::{Future, Task};
///
/// fn double(n: u32) => impl Future<Task, Return = u32> {
///     2 * n
/// }
///
/// async fn quadruple(n: u32) -> u32 {
///     double(double(n).await).await
/// }
/// # use std::pin::pin;
/// # use std::task::{Context, Poll, Waker};
/// # let poll = std::future::Future::poll(pin!(quadruple(3)), &mut Context::from_waker(Waker::noop()));
/// # assert_eq!(poll, Poll::Ready(12));
/// ```
#[diagnostic::do_not_recommend]
#[unstable(feature = "native_generators", issue = "none")]
impl<C, R> IntoFuture for Frame<C>
where
    C: Coroutine<Handle<Task>, Yield = Suspend<!, ()>, Return = R>,
{
    type Output = R;
    type IntoFuture = IntoCore<Frame<C>>;

    #[inline]
    fn into_future(self) -> IntoCore<Frame<C>> {
        IntoCore::new(self)
    }
}

/// What a generator function with the face [`core::future::Future`](crate::future::Future) returns.
///
/// Any asynchronous runtime can poll it.
///
/// # Examples
///
/// ```
/// #![feature(native_generators)]
/// use std::future::Future;
/// use std::pin::pin;
/// use std::task::{Context, Poll, Waker};
///
/// fn sum(a: impl Future<Output = u32> + Unpin, b: u32) => impl Future<Output = u32> {
///     await a + b
/// }
///
/// let mut sum = pin!(sum(std::future::ready(1), 2));
/// let mut context = Context::from_waker(Waker::noop());
/// assert_eq!(sum.as_mut().poll(&mut context), Poll::Ready(3));
/// ```
#[lang = "GeneratorFrameFuture"]
#[unstable(feature = "native_generators", issue = "none")]
#[must_use = "generators do nothing unless resumed"]
#[derive(Clone)]
#[repr(transparent)]
pub struct FrameFuture<C> {
    coroutine: C,
}

impl<C> FrameFuture<C> {
    #[inline]
    pub(super) const fn new(coroutine: C) -> FrameFuture<C> {
        FrameFuture { coroutine }
    }
}

#[diagnostic::do_not_recommend]
#[unstable(feature = "native_generators", issue = "none")]
impl<C, R> crate::future::Future for FrameFuture<C>
where
    C: Coroutine<Handle<Task>, Yield = Suspend<!, ()>, Return = R>,
{
    type Output = R;

    #[inline]
    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<R> {
        // SAFETY: As in `Frame::resume`.
        let coroutine = unsafe { self.map_unchecked_mut(|frame| &mut frame.coroutine) };
        match coroutine.resume(Handle::new(Task::of(context))) {
            CoroutineState::Yielded(Suspend::Blocked(())) => Poll::Pending,
            CoroutineState::Complete(value) => Poll::Ready(value),
        }
    }
}

#[unstable(feature = "native_generators", issue = "none")]
impl<C> fmt::Debug for FrameFuture<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        debug(&self.coroutine, f)
    }
}

/// What a generator function with the face [`AsyncIterator`] returns.
///
/// Like the iterators of generators it is fused: `Poll::Ready(None)` for ever once the body has
/// returned, and after it has panicked.
///
/// # Examples
///
/// ```
/// #![feature(async_iterator, native_generators)]
/// use std::async_iter::AsyncIterator;
/// use std::pin::pin;
/// use std::task::{Context, Poll, Waker};
///
/// fn once(future: impl Future<Output = u32> + Unpin) => impl AsyncIterator<Item = u32> {
///     yield await future;
/// }
///
/// let mut once = pin!(once(std::future::ready(1)));
/// let mut context = Context::from_waker(Waker::noop());
/// assert_eq!(once.as_mut().poll_next(&mut context), Poll::Ready(Some(1)));
/// assert_eq!(once.as_mut().poll_next(&mut context), Poll::Ready(None));
/// ```
#[lang = "GeneratorFrameAsyncIter"]
#[unstable(feature = "native_generators", issue = "none")]
#[must_use = "generators do nothing unless resumed"]
#[derive(Clone)]
#[repr(transparent)]
pub struct FrameAsyncIter<C> {
    coroutine: C,
}

impl<C> FrameAsyncIter<C> {
    #[inline]
    pub(super) const fn new(coroutine: C) -> FrameAsyncIter<C> {
        FrameAsyncIter { coroutine }
    }
}

#[diagnostic::do_not_recommend]
#[unstable(feature = "native_generators", issue = "none")]
impl<C, Y> AsyncIterator for FrameAsyncIter<C>
where
    C: Coroutine<Handle<Task>, Yield = Suspend<Y, ()>, Return = ()>,
{
    type Item = Y;

    #[inline]
    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Y>> {
        // SAFETY: As in `Frame::resume`.
        let coroutine = unsafe { self.map_unchecked_mut(|frame| &mut frame.coroutine) };
        if Phase::of(&*coroutine).is_over() {
            return Poll::Ready(None);
        }
        match coroutine.resume(Handle::new(Task::of(context))) {
            CoroutineState::Yielded(Suspend::Yielded(item)) => Poll::Ready(Some(item)),
            CoroutineState::Yielded(Suspend::Blocked(())) => Poll::Pending,
            CoroutineState::Complete(()) => Poll::Ready(None),
        }
    }
}

#[unstable(feature = "native_generators", issue = "none")]
impl<C> fmt::Debug for FrameAsyncIter<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        debug(&self.coroutine, f)
    }
}

/// The compiler names the type of a generator body `{generator@file.rs:line:col}`.
fn debug<C>(coroutine: &C, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "{} ({})", type_name::<C>(), Phase::of(coroutine))
}
