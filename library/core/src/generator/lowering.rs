//! What the compiler makes of a generator function: the private half of this module.
//!
//! A generator body becomes a *coroutine*, the compiler's own notion of a function that stops and
//! goes on, and the one its state machine pass knows. This file holds the few pieces that connect
//! it with the public traits. The function
//!
//! ```text
//! fn f(n: u32) => impl Generator<E, Yield = Y, Return = R> { … yield y … }
//! ```
//!
//! is lowered to
//!
//! ```text
//! fn f(n: u32) -> impl Generator<E, Yield = Y, Return = R> {
//!     frame(move |mut executor: Handle<E>| -> R {
//!         …
//!         { executor = YIELD(Suspend::Yielded(y)); unsafe { take_resume(executor) } }
//!         …
//!     })
//! }
//! ```
//!
//! where the closure is a coroutine and `YIELD` is its primitive: it leaves the coroutine with that
//! value, and evaluates to the argument of the next resumption.
//!
//! # The executor, and why it is a raw pointer
//!
//! A coroutine is one type that implements `Coroutine<A>` for one type `A` of resume arguments. A
//! reference `&'a mut E` would be a different type for each resumption, since each lends its
//! executor for a lifetime of its own. [`Handle`] leaves the lifetime out, and the lowering puts it
//! back: what the body borrows from its executor dies at the next suspend point, so that the
//! pointer is only ever followed during the resumption that brought it.
//!
//! # One suspend primitive, two meanings
//!
//! A body suspends either because it yields or because it blocks. A coroutine has one kind of
//! `yield`, so it yields a [`Suspend`], and [`Frame`] takes the two apart again. All this is a
//! renaming of enum variants, which disappears when it is optimised.

use super::{
    Executor, Frame, FrameAsyncIter, FrameFuture, FrameIter, FromIter, Generator, IntoCore,
    IntoGenerator, State, from_iter,
};
use crate::future::IntoFuture;
use crate::marker::PhantomData;
use crate::panic::{RefUnwindSafe, UnwindSafe};
use crate::pin::Pin;
use crate::{fmt, hint, intrinsics, mem};

/// The executor of the current resumption, as a generator body holds it.
///
/// A new handle is made at each resumption and is good until that resumption ends.
#[lang = "GeneratorHandle"]
#[unstable(feature = "native_generators", issue = "none")]
pub struct Handle<E> {
    executor: *mut E,
    /// Says which executor it is, and takes no place in a frame. For functions that want to know no
    /// more, such as [`awaited`].
    pub kind: PhantomData<fn() -> E>,
}

impl<E> Handle<E> {
    #[inline]
    pub(super) fn new(executor: &mut E) -> Handle<E> {
        Handle { executor, kind: PhantomData }
    }
}

#[unstable(feature = "native_generators", issue = "none")]
impl<E> Clone for Handle<E> {
    #[inline]
    fn clone(&self) -> Handle<E> {
        *self
    }
}

#[unstable(feature = "native_generators", issue = "none")]
impl<E> Copy for Handle<E> {}

#[unstable(feature = "native_generators", issue = "none")]
impl<E> fmt::Debug for Handle<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Handle").finish_non_exhaustive()
    }
}

// No handle is followed but that of the present resumption: the body overwrites the one it has with
// the one that the next resumption brings, before it looks at it, and copies it only where it is
// used up before the next suspend point. So a frame that moves to another thread between two
// resumptions takes no executor with it, whatever `E` may be, and a frame that is looked at from
// outside shows nothing of an executor.

// SAFETY: A handle alone can do nothing but be copied. Following it is unsafe, and what the
// lowering does of that is said above.
#[unstable(feature = "native_generators", issue = "none")]
unsafe impl<E> Send for Handle<E> {}

// SAFETY: As for `Send`.
#[unstable(feature = "native_generators", issue = "none")]
unsafe impl<E> Sync for Handle<E> {}

#[unstable(feature = "native_generators", issue = "none")]
impl<E> UnwindSafe for Handle<E> {}

#[unstable(feature = "native_generators", issue = "none")]
impl<E> RefUnwindSafe for Handle<E> {}

/// What a generator body leaves its coroutine with: a yielded value or the reason for blocking.
#[lang = "GeneratorSuspend"]
#[unstable(feature = "native_generators", issue = "none")]
#[derive(Clone, Copy, Debug)]
pub enum Suspend<Y, B> {
    /// `yield value`
    #[lang = "GeneratorYielded"]
    Yielded(Y),
    /// Something that the body waits for is blocked.
    #[lang = "GeneratorBlocked"]
    Blocked(B),
}

/// The value of a `yield` expression: what the current resumption passes in.
///
/// # Safety
///
/// `handle` is the one of the current resumption, and nothing else refers to its executor now.
#[lang = "generator_take_resume"]
#[unstable(feature = "native_generators", issue = "none")]
#[inline]
#[track_caller]
pub unsafe fn take_resume<E: Executor>(handle: Handle<E>) -> E::Resume {
    // SAFETY: The resumption that made the handle holds the executor by `&mut` until it ends, and
    // uses it through the handle only. The caller promises the rest.
    let executor = unsafe { &mut *handle.executor };
    executor.take_resume()
}

/// The handle of a resumption that goes on where the generator was blocked.
///
/// Where nothing ever blocks, as under the executor `()`, there is no such resumption. Saying so here
/// lets the optimiser leave out the state that it would begin in, and with that whatever keeps the
/// rest from being straight-line code.
///
/// # Safety
///
/// The generator was blocked, with a value of `E::Blocked` as the reason.
#[lang = "generator_unblocked"]
#[unstable(feature = "native_generators", issue = "none")]
#[inline]
pub unsafe fn unblocked<E: Executor>(handle: Handle<E>) -> Handle<E> {
    // An `Option` of no size has one value, which is `None`.
    if const { size_of::<Option<E::Blocked>>() == 0 } {
        // SAFETY: There is no value that could have been the reason.
        unsafe { hint::unreachable_unchecked() }
    }
    handle
}

/// The value of `ref executor`: what the present resumption was handed.
///
/// It borrows the handle, which the next suspend point overwrites.
///
/// # Safety
///
/// `handle` is the one of the current resumption, and nothing else refers to its executor now.
#[lang = "generator_executor"]
#[unstable(feature = "native_generators", issue = "none")]
#[inline]
pub unsafe fn executor<E>(handle: &mut Handle<E>) -> &mut E {
    // SAFETY: As in `take_resume`.
    unsafe { &mut *handle.executor }
}

/// What the face of a function adds to a raw frame that is synchronous and returns nothing: it can
/// stand in a `for` loop.
///
/// The compiler puts it among the bounds of the opaque type.
#[lang = "GeneratorIterable"]
#[unstable(feature = "native_generators", issue = "none")]
pub trait Iterable<Y>: Sized + IntoIterator<Item = Y, IntoIter = FrameIter<Self>> {}

#[unstable(feature = "native_generators", issue = "none")]
impl<Y, F: IntoIterator<Item = Y, IntoIter = FrameIter<F>>> Iterable<Y> for F {}

/// What the face of a function adds to a raw frame that yields nothing and runs under
/// [`Task`](super::Task): `async` code can await it.
///
/// The compiler puts it among the bounds of the opaque type.
#[lang = "GeneratorAwaitable"]
#[unstable(feature = "native_generators", issue = "none")]
pub trait Awaitable<R>: Sized + IntoFuture<Output = R, IntoFuture = IntoCore<Self>> {}

#[unstable(feature = "native_generators", issue = "none")]
impl<R, F: IntoFuture<Output = R, IntoFuture = IntoCore<F>>> Awaitable<R> for F {}

/// Says which executor a method is for that is there for this one only, such as `Generator::iter`.
///
/// The method belongs to `Generator<E>` for whatever `E`. A generator for any executor would leave
/// that open; the bound `(): IsExecutor<E>` decides it.
#[lang = "GeneratorIsExecutor"]
#[unstable(feature = "native_generators", issue = "none")]
#[diagnostic::on_unimplemented(
    message = "this method is for the executor `{Self}`, and this is a generator for `{E}`",
    label = "the executor of this generator is `{E}`"
)]
pub trait IsExecutor<E> {}

#[diagnostic::do_not_recommend]
#[unstable(feature = "native_generators", issue = "none")]
impl<E> IsExecutor<E> for E {}

/// What `await` runs to its end.
#[lang = "generator_await"]
#[unstable(feature = "native_generators", issue = "none")]
#[inline]
pub fn awaited<E, G>(_: PhantomData<fn() -> E>, generator: G) -> G::Awaited
where
    E: Executor,
    G: Await<E>,
{
    generator.into_awaited()
}

/// What `await` takes: whatever turns into a generator that yields nothing.
#[unstable(feature = "native_generators", issue = "none")]
#[rustc_on_unimplemented(
    on(
        E = "core::generator::Task",
        message = "`{Self}` cannot be awaited in a generator whose executor is `Task`",
        label = "neither a generator for the executor `Task` nor a future",
        note = "what yields is run with `await for` or `yield..`"
    ),
    message = "`{Self}` cannot be awaited in a generator whose executor is `{E}`",
    label = "not a `Future<{E}>`",
    note = "what yields is run with `await for` or `yield..`, and what is a future for another \
            executor only in a generator with that executor: the executor is part of the face"
)]
pub trait Await<E: Executor> {
    /// The generator.
    type Awaited: Generator<E, Yield = !, Return = Self::Return>;

    /// What `await` evaluates to.
    type Return;

    /// Turns the value into the generator.
    fn into_awaited(self) -> Self::Awaited;
}

#[diagnostic::do_not_recommend]
#[unstable(feature = "native_generators", issue = "none")]
impl<E: Executor, G: IntoGenerator<E, Yield = !>> Await<E> for G {
    type Awaited = G::IntoGenerator;
    type Return = G::Return;

    #[inline]
    fn into_awaited(self) -> G::IntoGenerator {
        self.into_generator()
    }
}

/// What `await for` takes values from.
#[lang = "generator_await_for"]
#[unstable(feature = "native_generators", issue = "none")]
#[inline]
pub fn awaited_for<E, G>(_: PhantomData<fn() -> E>, generator: G) -> G::IntoGenerator
where
    E: Executor,
    G: IntoGenerator<E>,
{
    generator.into_generator()
}

/// What `yield..` hands on the values of.
#[lang = "generator_delegate"]
#[unstable(feature = "native_generators", issue = "none")]
#[inline]
pub fn delegate<E, G>(_: PhantomData<fn() -> E>, generator: G) -> G::IntoGenerator
where
    E: Executor,
    G: IntoGenerator<E>,
{
    generator.into_generator()
}

/// What a movable generator can run: something that may be moved while it is suspended, as the
/// frame that holds it may.
///
/// It is [`Unpin`] under another name, for the sake of its error message.
#[unstable(feature = "native_generators", issue = "none")]
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be run in place by a generator that may move",
    label = "must not move once it has started",
    note = "declare the generator around it as `=> static impl …`, or box what it runs with \
            `.into_box()`"
)]
pub trait Movable: Unpin {}

#[diagnostic::do_not_recommend]
#[unstable(feature = "native_generators", issue = "none")]
impl<G: Unpin> Movable for G {}

/// Resumes the generator that a movable generator runs.
///
/// # Safety
///
/// `handle` is the one of the current resumption, and nothing else refers to its executor now.
#[lang = "generator_resume"]
#[unstable(feature = "native_generators", issue = "none")]
#[inline]
pub unsafe fn resume<E, G>(
    handle: Handle<E>,
    generator: &mut G,
) -> State<G::Yield, G::Return, E::Blocked>
where
    E: Executor,
    G: Generator<E> + Movable,
{
    // SAFETY: As in `take_resume`; the generator has it for the length of this call.
    Pin::new(generator).resume(unsafe { &mut *handle.executor })
}

/// Resumes the generator that a `static` generator runs, in its frame.
///
/// # Safety
///
/// `handle` is the one of the current resumption, and nothing else refers to its executor now.
/// `generator` stays where it is until it is dropped.
#[lang = "generator_resume_in_place"]
#[unstable(feature = "native_generators", issue = "none")]
#[inline]
pub unsafe fn resume_in_place<E, G>(
    handle: Handle<E>,
    generator: &mut G,
) -> State<G::Yield, G::Return, E::Blocked>
where
    E: Executor,
    G: Generator<E>,
{
    // SAFETY: The generator does not move again, as the caller promises. For the executor see
    // `take_resume`.
    unsafe { Pin::new_unchecked(generator).resume(&mut *handle.executor) }
}

/// Makes the frame of the faces that show it raw.
#[lang = "generator_frame"]
#[unstable(feature = "native_generators", issue = "none")]
#[inline]
pub const fn frame<C>(coroutine: C) -> Frame<C> {
    Frame::new(coroutine)
}

/// Makes the frame of the face `Iterator`.
#[lang = "generator_iter"]
#[unstable(feature = "native_generators", issue = "none")]
#[inline]
pub const fn iter<C>(coroutine: C) -> FrameIter<Frame<C>> {
    FrameIter::new(Frame::new(coroutine))
}

/// Makes the frame of the face `core::future::Future`.
#[lang = "generator_future"]
#[unstable(feature = "native_generators", issue = "none")]
#[inline]
pub const fn future<C>(coroutine: C) -> FrameFuture<C> {
    FrameFuture::new(coroutine)
}

/// Makes the frame of the face `AsyncIterator`.
#[lang = "generator_async_iter"]
#[unstable(feature = "native_generators", issue = "none")]
#[inline]
pub const fn async_iter<C>(coroutine: C) -> FrameAsyncIter<C> {
    FrameAsyncIter::new(coroutine)
}

/// How far a generator has come.
#[unstable(feature = "native_generators", issue = "none")]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Phase {
    /// It has not been resumed yet.
    Unresumed,
    /// It waits at a suspend point.
    Suspended,
    /// It has returned.
    Complete,
    /// It has panicked.
    Panicked,
    /// It keeps this to itself.
    Unknown,
}

impl Phase {
    /// Reads the phase of a coroutine off its state machine.
    ///
    /// The state of a coroutine is the discriminant of its layout, a `u32`: three reserved numbers,
    /// then one for each suspend point. Reading it there means that neither fusing an iterator nor
    /// [`Debug`](fmt::Debug) needs a flag beside it.
    #[inline]
    pub(super) fn of<C>(coroutine: &C) -> Phase {
        let discriminant = intrinsics::discriminant_value(coroutine);
        if size_of_val(&discriminant) != size_of::<u32>() {
            // Not a coroutine of the compiler's, but something that implements the trait by hand.
            return Phase::Unknown;
        }
        // SAFETY: A discriminant is an integer, and this one is as large as a `u32`.
        match unsafe { mem::transmute_copy::<_, u32>(&discriminant) } {
            0 => Phase::Unresumed,
            1 => Phase::Complete,
            2 => Phase::Panicked,
            _ => Phase::Suspended,
        }
    }

    /// Tells whether the generator must not be resumed any more.
    #[inline]
    pub(super) fn is_over(self) -> bool {
        matches!(self, Phase::Complete | Phase::Panicked)
    }
}

impl fmt::Display for Phase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Phase::Unresumed => "unresumed",
            Phase::Suspended => "suspended",
            Phase::Complete => "complete",
            Phase::Panicked => "panicked",
            Phase::Unknown => "unknown",
        })
    }
}

/// Turns collections, here and in the crates above, into generators over what they iterate over.
#[unstable(feature = "native_generators", issue = "none")]
#[allow_internal_unstable(native_generators)]
pub macro into_generator($(impl[$($param:tt)*] for $collection:ty;)*) {$(
    #[unstable(feature = "native_generators", issue = "none")]
    impl<$($param)*> IntoGenerator<()> for $collection {
        type Yield = <$collection as IntoIterator>::Item;
        type Return = ();
        type IntoGenerator = FromIter<(), <$collection as IntoIterator>::IntoIter>;

        #[inline]
        fn into_generator(self) -> Self::IntoGenerator {
            from_iter(self)
        }
    }
)*}
