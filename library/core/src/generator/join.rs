//! Several futures at once: all of them, or the first to end.

use super::{Executor, Future, Generator, State};
use crate::pin::Pin;
use crate::{fmt, mem};

/// Runs futures side by side until all of them have ended.
///
/// They come as a tuple of two to eight, or as an array, and so do their results; with an allocator
/// also as a `Vec`. A slice of [`Joined`] is for where the number is not known and nothing may be
/// allocated: the results stay in the slice. At each resumption all that have not ended are resumed,
/// in order.
///
/// Where several are blocked, what the executor is told is why the last of them is. An executor that
/// acts upon the reason, rather than just resuming again, comes to the others one by one.
///
/// # Panics
///
/// A future that panics takes the others with it: the panic goes on, and they are dropped with the
/// join.
///
/// # Examples
///
/// ```
/// #![feature(native_generators)]
/// use std::generator::{self, Executor, Future};
///
/// fn both<E: Executor>() => impl Future<E, Return = String> {
///     let (name, age) = await generator::join((generator::ready("Ada"), generator::ready(36)));
///     let [a, b] = await generator::join([generator::ready(1), generator::ready(2)]);
///     format!("{name}, {age}, {}", a + b)
/// }
///
/// assert_eq!(generator::run(both()), "Ada, 36, 3");
/// ```
#[unstable(feature = "native_generators", issue = "none")]
#[inline]
pub fn join<E: Executor, T: IntoJoin<E>>(futures: T) -> T::Join {
    futures.into_join()
}

/// What [`join`] takes: tuples and arrays of futures.
#[unstable(feature = "native_generators", issue = "none")]
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be joined under the executor `{E}`",
    label = "not a tuple of two to eight futures, nor an array of futures"
)]
pub trait IntoJoin<E: Executor> {
    /// The future that runs them all.
    type Join: Future<E>;

    /// Makes it.
    fn into_join(self) -> Self::Join;
}

/// A future that runs others side by side.
///
/// This is what [`join`] returns.
#[unstable(feature = "native_generators", issue = "none")]
#[must_use = "generators do nothing unless resumed"]
pub struct Join<T> {
    futures: T,
}

#[unstable(feature = "native_generators", issue = "none")]
impl<T> fmt::Debug for Join<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Join").finish_non_exhaustive()
    }
}

/// One of the futures of a join, or what is left of it.
///
/// # Examples
///
/// ```
/// #![feature(native_generators)]
/// use std::generator::{self, Executor, Future, Joined, Ready};
///
/// fn sum<E: Executor>(futures: &mut [Joined<E, Ready<u32>>]) => impl Future<E, Return = u32> {
///     await generator::join(&mut *futures);
///     futures.iter_mut().filter_map(Joined::take).sum()
/// }
///
/// let mut futures = [1, 2, 3].map(|n| Joined::new(generator::ready(n)));
/// assert_eq!(generator::run(sum(&mut futures[1..])), 5);
/// ```
#[unstable(feature = "native_generators", issue = "none")]
pub struct Joined<E: Executor, G: Future<E>> {
    state: JoinedState<E, G>,
}

enum JoinedState<E: Executor, G: Future<E>> {
    Running(G),
    Ended(G::Return),
    Taken,
}

impl<E: Executor, G: Future<E>> Joined<E, G> {
    /// Makes a future ready to be joined with others.
    #[unstable(feature = "native_generators", issue = "none")]
    #[inline]
    pub const fn new(future: G) -> Joined<E, G> {
        Joined { state: JoinedState::Running(future) }
    }

    /// Takes the result of the future, if it has ended and nobody has taken that yet.
    #[unstable(feature = "native_generators", issue = "none")]
    #[inline]
    pub fn take(&mut self) -> Option<G::Return> {
        if !matches!(self.state, JoinedState::Ended(_)) {
            return None;
        }
        match mem::replace(&mut self.state, JoinedState::Taken) {
            JoinedState::Ended(value) => Some(value),
            JoinedState::Running(_) | JoinedState::Taken => None,
        }
    }
}

/// Only the future is ever pinned.
#[unstable(feature = "native_generators", issue = "none")]
impl<E: Executor, G: Future<E> + Unpin> Unpin for Joined<E, G> {}

#[unstable(feature = "native_generators", issue = "none")]
impl<E: Executor, G: Future<E>> fmt::Debug for Joined<E, G> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.state {
            JoinedState::Running(_) => "Running",
            JoinedState::Ended(_) => "Ended",
            JoinedState::Taken => "Taken",
        })
    }
}

impl<E: Executor, G: Future<E>> Joined<E, G> {
    /// Resumes the future if it has not ended, and tells why it is blocked.
    ///
    /// This is for those who write a join of their own, over a collection of theirs.
    #[unstable(feature = "native_generators", issue = "none")]
    pub fn resume(mut self: Pin<&mut Self>, executor: &mut E) -> Option<E::Blocked> {
        // SAFETY: The future is not moved: it is resumed where it is, or dropped by `set`.
        let state = match unsafe { &mut self.as_mut().get_unchecked_mut().state } {
            // SAFETY: It is pinned whenever `self` is: `Joined` has no destructor, is `Unpin` only
            // if the future is, and `take` leaves a future where it is.
            JoinedState::Running(future) => unsafe { Pin::new_unchecked(future) }.resume(executor),
            JoinedState::Ended(_) | JoinedState::Taken => return None,
        };
        match state {
            State::Blocked(reason) => Some(reason),
            State::Complete(value) => {
                self.set(Joined { state: JoinedState::Ended(value) });
                None
            }
        }
    }

    /// Takes the result of the future at the end of a join.
    ///
    /// # Panics
    ///
    /// Panics if it was taken already: the join has ended before.
    #[inline]
    fn take_pinned(self: Pin<&mut Self>) -> G::Return {
        // SAFETY: `take` moves nothing but a result, which is never pinned.
        let value = unsafe { self.get_unchecked_mut() }.take();
        value.expect("generator resumed after completion")
    }
}

macro_rules! join_tuples {
    ($(($($future:ident $index:tt),+))*) => {$(
        #[unstable(feature = "native_generators", issue = "none")]
        impl<E: Executor, $($future: Future<E>),+> IntoJoin<E> for ($($future,)+) {
            type Join = Join<($(Joined<E, $future>,)+)>;

            #[inline]
            fn into_join(self) -> Self::Join {
                Join { futures: ($(Joined::new(self.$index),)+) }
            }
        }

        #[unstable(feature = "native_generators", issue = "none")]
        impl<E: Executor, $($future: Future<E>),+> Generator<E>
            for Join<($(Joined<E, $future>,)+)>
        {
            type Yield = !;
            type Return = ($($future::Return,)+);

            fn resume(self: Pin<&mut Self>, executor: &mut E) -> State<!, Self::Return, E::Blocked> {
                // SAFETY: As for arrays, below.
                let futures = unsafe { &mut self.get_unchecked_mut().futures };
                let mut blocked = None;
                $(
                    // SAFETY: See above.
                    let future = unsafe { Pin::new_unchecked(&mut futures.$index) };
                    blocked = future.resume(executor).or(blocked);
                )+
                match blocked {
                    Some(reason) => State::Blocked(reason),
                    // SAFETY: See above.
                    None => State::Complete((
                        $(unsafe { Pin::new_unchecked(&mut futures.$index) }.take_pinned(),)+
                    )),
                }
            }
        }
    )*};
}

join_tuples! {
    (A 0, B 1)
    (A 0, B 1, C 2)
    (A 0, B 1, C 2, D 3)
    (A 0, B 1, C 2, D 3, F 4)
    (A 0, B 1, C 2, D 3, F 4, G 5)
    (A 0, B 1, C 2, D 3, F 4, G 5, H 6)
    (A 0, B 1, C 2, D 3, F 4, G 5, H 6, I 7)
}

#[unstable(feature = "native_generators", issue = "none")]
impl<E: Executor, G: Future<E>, const N: usize> IntoJoin<E> for [G; N] {
    type Join = Join<[Joined<E, G>; N]>;

    #[inline]
    fn into_join(self) -> Self::Join {
        Join { futures: self.map(Joined::new) }
    }
}

#[unstable(feature = "native_generators", issue = "none")]
impl<E: Executor, G: Future<E>, const N: usize> Generator<E> for Join<[Joined<E, G>; N]> {
    type Yield = !;
    type Return = [G::Return; N];

    fn resume(self: Pin<&mut Self>, executor: &mut E) -> State<!, Self::Return, E::Blocked> {
        // SAFETY: The futures are pinned whenever `self` is: nothing moves them out of a pinned
        // `Join`, which has no destructor and is `Unpin` only if they are. Here each is pinned
        // again at once.
        let futures = unsafe { &mut self.get_unchecked_mut().futures };
        let mut blocked = None;
        for future in futures.iter_mut() {
            // SAFETY: See above.
            let future = unsafe { Pin::new_unchecked(future) };
            blocked = future.resume(executor).or(blocked);
        }
        match blocked {
            Some(reason) => State::Blocked(reason),
            // SAFETY: See above.
            None => State::Complete(
                futures.each_mut().map(|future| unsafe { Pin::new_unchecked(future) }.take_pinned()),
            ),
        }
    }
}

/// A slice keeps the futures, and then their results.
#[unstable(feature = "native_generators", issue = "none")]
impl<'a, E: Executor, G: Future<E> + Unpin> IntoJoin<E> for &'a mut [Joined<E, G>] {
    type Join = Join<&'a mut [Joined<E, G>]>;

    #[inline]
    fn into_join(self) -> Self::Join {
        Join { futures: self }
    }
}

#[unstable(feature = "native_generators", issue = "none")]
impl<E: Executor, G: Future<E> + Unpin> Generator<E> for Join<&mut [Joined<E, G>]> {
    type Yield = !;
    type Return = ();

    fn resume(self: Pin<&mut Self>, executor: &mut E) -> State<!, (), E::Blocked> {
        let mut blocked = None;
        for future in self.get_mut().futures.iter_mut() {
            blocked = Pin::new(future).resume(executor).or(blocked);
        }
        match blocked {
            Some(reason) => State::Blocked(reason),
            None => State::Complete(()),
        }
    }
}

/// Runs two futures side by side until one of them has ended, and gives back the other.
///
/// The first is resumed first; if it ends, the second is not resumed again. Where both are blocked,
/// what the executor is told is why the second is.
///
/// # Panics
///
/// The future panics if it is resumed again when it is complete.
///
/// # Examples
///
/// ```
/// #![feature(native_generators)]
/// use std::generator::{self, Executor, Future, Selected};
///
/// fn either<E: Executor>() => impl Future<E, Return = u32> {
///     match await generator::select(generator::ready(1), generator::ready("late")) {
///         Selected::First(n, rest) => n + (await rest).len() as u32,
///         Selected::Second(..) => 0,
///     }
/// }
///
/// assert_eq!(generator::run(either()), 5);
/// ```
#[unstable(feature = "native_generators", issue = "none")]
#[inline]
pub const fn select<A: Unpin, B: Unpin>(first: A, second: B) -> Select<A, B> {
    Select { futures: Some((first, second)) }
}

/// A future that runs two others until one has ended.
///
/// This is what [`select`] returns.
#[unstable(feature = "native_generators", issue = "none")]
#[must_use = "generators do nothing unless resumed"]
#[derive(Clone, Debug)]
pub struct Select<A, B> {
    futures: Option<(A, B)>,
}

/// Which of two futures ended, with its result, and the other one.
#[unstable(feature = "native_generators", issue = "none")]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Selected<A, B, R, S> {
    /// The first ended with this result.
    First(R, B),
    /// The second ended with this result.
    Second(A, S),
}

#[unstable(feature = "native_generators", issue = "none")]
impl<E, A, B> Generator<E> for Select<A, B>
where
    E: Executor,
    A: Future<E> + Unpin,
    B: Future<E> + Unpin,
{
    type Yield = !;
    type Return = Selected<A, B, A::Return, B::Return>;

    fn resume(self: Pin<&mut Self>, executor: &mut E) -> State<!, Self::Return, E::Blocked> {
        // They stay where they are while they go on: moving them out and in would cost more, the
        // larger they are.
        const COMPLETE: &str = "generator resumed after completion";
        let futures = &mut self.get_mut().futures;
        let (first, second) = futures.as_mut().expect(COMPLETE);
        if let State::Complete(value) = Pin::new(first).resume(executor) {
            let (_, second) = futures.take().expect(COMPLETE);
            return State::Complete(Selected::First(value, second));
        }
        match Pin::new(second).resume(executor) {
            State::Complete(value) => {
                let (first, _) = futures.take().expect(COMPLETE);
                State::Complete(Selected::Second(first, value))
            }
            State::Blocked(reason) => State::Blocked(reason),
        }
    }
}
