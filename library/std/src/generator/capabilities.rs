//! What a generator may ask of its executor beside resuming: traits to bound `E` by.

use core::generator::{Executor, Future, Ready, Selected, ready, run, select};

use super::{EventLoop, JoinError, JoinHandle};
use crate::error::Error;
use crate::fmt;
use crate::panic::{AssertUnwindSafe, catch_unwind};
use crate::thread;
use crate::time::Duration;

/// An executor that can let time pass.
///
/// # Examples
///
/// The same code waits in a task of an event loop, and as an ordinary function on a thread:
///
/// ```
/// #![feature(native_generators)]
/// use std::generator::{self, EventLoop, Future, Timer};
/// use std::time::{Duration, Instant};
///
/// fn twice<E: Timer>(pause: Duration) => impl Future<E, Return = Duration> {
///     let start = Instant::now();
///     await E::sleep(pause);
///     await E::sleep(pause);
///     start.elapsed()
/// }
///
/// let pause = Duration::from_millis(1);
/// assert!(generator::run(twice(pause)) >= 2 * pause);
/// assert!(EventLoop::new().run(twice(pause)) >= 2 * pause);
/// ```
#[unstable(feature = "native_generators", issue = "none")]
pub trait Timer: Executor {
    /// Makes a future that is blocked for `duration`, from the time when it is first resumed.
    fn sleep(duration: Duration) => impl Future<Self, Return = ()>;
}

/// Sleeps the thread.
#[unstable(feature = "native_generators", issue = "none")]
impl Timer for () {
    fn sleep(duration: Duration) => impl Future<(), Return = ()> {
        thread::sleep(duration);
    }
}

/// An executor that can run tasks side by side.
///
/// # Examples
///
/// The same code runs its tasks in turns under an event loop, and one after the other under `()`:
///
/// ```
/// #![feature(native_generators)]
/// use std::generator::{self, EventLoop, Future, Spawn};
///
/// fn square<E: Spawn>(n: u32) => impl Future<E, Return = u32> {
///     n * n
/// }
///
/// fn sum<E: Spawn>() => impl Future<E, Return = u32> {
///     let first = (ref executor).spawn(square(3));
///     let second = (ref executor).spawn(square(4));
///     (await first).unwrap() + (await second).unwrap()
/// }
///
/// assert_eq!(EventLoop::new().run(sum()), 25);
/// assert_eq!(generator::run(sum()), 25);
/// ```
#[unstable(feature = "native_generators", issue = "none")]
pub trait Spawn: Executor + 'static {
    /// What waits for the result of a task. Dropping it cancels the task.
    ///
    /// Awaiting it gives an error if the task panicked.
    type JoinHandle<T>: Future<Self, Return = Result<T, JoinError>> + Unpin;

    /// Starts a task.
    fn spawn<F>(&mut self, future: F) -> Self::JoinHandle<F::Return>
    where
        F: Future<Self> + 'static;

    /// Lets a task go on by itself.
    fn detach<T>(handle: Self::JoinHandle<T>);
}

#[unstable(feature = "native_generators", issue = "none")]
impl Spawn for EventLoop {
    type JoinHandle<T> = JoinHandle<T>;

    fn spawn<F>(&mut self, future: F) -> JoinHandle<F::Return>
    where
        F: Future<EventLoop> + 'static,
    {
        EventLoop::spawn(self, future)
    }

    fn detach<T>(handle: JoinHandle<T>) {
        handle.detach();
    }
}

/// Runs each task to its end when it is spawned: nothing blocks here, so nothing else can run
/// beside it.
#[unstable(feature = "native_generators", issue = "none")]
impl Spawn for () {
    type JoinHandle<T> = Ready<Result<T, JoinError>>;

    fn spawn<F>(&mut self, future: F) -> Ready<Result<F::Return, JoinError>>
    where
        F: Future<()> + 'static,
    {
        // Nobody sees what a panic left of the future.
        let result = catch_unwind(AssertUnwindSafe(|| run(future)));
        ready(result.map_err(JoinError::new))
    }

    fn detach<T>(_: Ready<Result<T, JoinError>>) {}
}

/// Runs `future`, but no longer than `duration`.
///
/// The time is looked at when the future blocks. Under the executor `()` nothing blocks, so there
/// every future has all the time it takes.
///
/// # Errors
///
/// [`Elapsed`] if the future has not ended by then. It is dropped.
///
/// # Examples
///
/// ```
/// #![feature(native_generators)]
/// use std::generator::{self, EventLoop, Future, Timer};
/// use std::time::Duration;
///
/// fn patient<E: Timer>() => impl Future<E, Return = bool> {
///     let hour = Duration::from_secs(3600);
///     (await generator::timeout(Duration::from_millis(1), E::sleep(hour))).is_ok()
/// }
///
/// assert!(!EventLoop::new().run(patient()));
/// ```
#[unstable(feature = "native_generators", issue = "none")]
pub fn timeout<E, F>(duration: Duration, future: F)
=> impl Future<E, Return = Result<F::Return, Elapsed>>
where
    E: Timer,
    F: Future<E> + Unpin,
{
    match await select(future, E::sleep(duration)) {
        Selected::First(value, _) => Ok(value),
        Selected::Second(..) => Err(Elapsed(())),
    }
}

/// The error of [`timeout`]: time is up.
#[unstable(feature = "native_generators", issue = "none")]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Elapsed(());

#[unstable(feature = "native_generators", issue = "none")]
impl fmt::Display for Elapsed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the time allowed has elapsed")
    }
}

#[unstable(feature = "native_generators", issue = "none")]
impl Error for Elapsed {}
