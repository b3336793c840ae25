//! The executor of asynchronous code: one poll of [`core::future`](crate::future).

use super::{Executor, Future, State};
use crate::fmt;
use crate::pin::Pin;
use crate::ptr;
use crate::task::{Context, Poll, Waker};

/// The executor under which generators run as futures: it stands for the [`Context`] of one poll.
///
/// Under `Task`, every [`core::future::Future`](crate::future::Future) is a generator that can be
/// awaited, and generators are futures in their turn: those with the faces `core::future::Future`
/// and `AsyncIterator` as they are, others with [`into_core`].
///
/// A `Task` exists only as long as the poll does. It cannot be made, moved or kept, and gives its
/// context only for the length of a call.
///
/// # Examples
///
/// A primitive that yields to the runtime once:
///
/// ```
/// #![feature(native_generators)]
/// use std::generator::{self, Future, Generator, State, Task};
///
/// fn breathe() => impl Future<Task, Return = ()> {
///     let mut breathed = false;
///     let breath = generator::from_fn(move |task: &mut Task| match breathed {
///         true => State::Complete(()),
///         false => {
///             breathed = true;
///             task.with_context(|context| context.waker().wake_by_ref());
///             State::Blocked(())
///         }
///     });
///     await breath
/// }
/// # use std::pin::pin;
/// # use std::task::{Context, Poll, Waker};
/// # let mut breathe = pin!(breathe().into_core());
/// # let mut context = Context::from_waker(Waker::noop());
/// # assert_eq!(std::future::Future::poll(breathe.as_mut(), &mut context), Poll::Pending);
/// # assert_eq!(std::future::Future::poll(breathe.as_mut(), &mut context), Poll::Ready(()));
/// ```
///
/// [`into_core`]: super::Generator::into_core
// Generators want one type of executor, whatever the lifetime of the context. Leaving that lifetime
// out, in a struct with a pointer, would let safe code swap the tasks of two polls and use a context
// that is gone. So a task has no contents that could be swapped: it is of no size, and what there is
// to know is where it is, which is where the context is.
#[lang = "GeneratorTask"]
#[unstable(feature = "native_generators", issue = "none")]
pub struct Task {
    _private: (),
}

impl Task {
    /// The task of the poll that has this context.
    #[inline]
    pub(super) fn of<'a>(context: &'a mut Context<'_>) -> &'a mut Task {
        let context = ptr::from_mut(context);
        context.expose_provenance();
        // SAFETY: A task takes no bytes and has no alignment, so this only borrows an address. The
        // context is borrowed for as long.
        unsafe { &mut *context.cast::<Task>() }
    }

    /// Calls `f` with the context of the present poll.
    ///
    /// # Examples
    ///
    /// The context goes no further than `f`:
    ///
    /// ```compile_fail
    /// #![feature(native_generators)]
    /// use std::generator::Task;
    /// use std::task::Context;
    ///
    /// fn keep<'a>(task: &'a mut Task) -> &'a mut Context<'a> {
    ///     task.with_context(|context| context)
    /// }
    /// ```
    #[unstable(feature = "native_generators", issue = "none")]
    #[inline]
    pub fn with_context<R>(&mut self, f: impl FnOnce(&mut Context<'_>) -> R) -> R {
        let context = ptr::with_exposed_provenance_mut(ptr::from_mut(self).addr());
        // SAFETY: Tasks come only from `of`, and cannot be moved: nobody has one by value, as there
        // is no other to put into its place. (What takes a value out of a `&mut T` for a while, as
        // some crates do, would undo this: a task is nothing but its place.) So the context is at
        // this address, its pointer was exposed, and it is borrowed by whoever lent `self`. `f`
        // knows nothing of the lifetimes of the two references: it can neither keep the context
        // nor put one into its place that lives less long.
        f(unsafe { &mut *context })
    }

    /// Returns a waker for the task that is being polled.
    ///
    /// # Examples
    ///
    /// ```
    /// #![feature(native_generators)]
    /// use std::generator::Future;
    /// use std::generator::Task;
    ///
    /// fn wake_self() => impl Future<Task, Return = ()> {
    ///     let waker = (ref executor).waker();
    ///     waker.wake();
    /// }
    /// # let _ = wake_self();
    /// ```
    #[unstable(feature = "native_generators", issue = "none")]
    #[inline]
    pub fn waker(&mut self) -> Waker {
        self.with_context(|context| context.waker().clone())
    }
}

// As its context is: that may hold what is of this thread only, such as a `LocalWaker`.
#[unstable(feature = "native_generators", issue = "none")]
impl !Send for Task {}

#[unstable(feature = "native_generators", issue = "none")]
impl !Sync for Task {}

#[unstable(feature = "native_generators", issue = "none")]
impl fmt::Debug for Task {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Task").finish_non_exhaustive()
    }
}

/// Blocks when a future is pending, and passes nothing in.
#[unstable(feature = "native_generators", issue = "none")]
impl Executor for Task {
    type Blocked = ();
    type Resume = ();

    #[inline]
    fn take_resume(&mut self) {}
}

/// A generator that runs under [`Task`] as a future.
///
/// This is what [`into_core`](super::Generator::into_core) returns.
#[unstable(feature = "native_generators", issue = "none")]
#[must_use = "generators do nothing unless resumed"]
#[derive(Clone, Debug)]
pub struct IntoCore<G> {
    generator: G,
}

impl<G> IntoCore<G> {
    #[inline]
    pub(super) fn new(generator: G) -> IntoCore<G> {
        IntoCore { generator }
    }
}

#[unstable(feature = "native_generators", issue = "none")]
impl<G: Future<Task>> crate::future::Future for IntoCore<G> {
    type Output = G::Return;

    #[inline]
    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<G::Return> {
        // SAFETY: The generator is pinned whenever `self` is: `IntoCore` has no destructor, and is
        // `Unpin` only if the generator is.
        let generator = unsafe { self.map_unchecked_mut(|this| &mut this.generator) };
        match generator.resume(Task::of(context)) {
            State::Blocked(()) => Poll::Pending,
            State::Complete(value) => Poll::Ready(value),
        }
    }
}
