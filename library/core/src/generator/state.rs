//! What a generator answers when it is resumed.
//!
//! The variants of [`State`], and those of [`CoroutineState`] that it is made from, stand in the order of
//! those of `Poll` and `Option` that they become: that it is over comes first. So they have the same
//! discriminants where there is nothing to be yielded, or nothing to wait for and no niche, and one is
//! turned into the other by no instruction at all.

use crate::cmp::Ordering;
use crate::ops::CoroutineState;

/// The answer of a [`Generator`] to one resumption.
///
/// `Y` is what it yields, `R` what it returns in the end, and `B` the reason it blocks. With an
/// executor that never blocks, such as `()`, the last is `!` and a `match` needs no arm for it:
///
/// ```
/// #![feature(native_generators)]
/// use std::generator::{Generator, State};
///
/// fn halves(mut n: u32) => impl Generator<Yield = u32, Return = &'static str> {
///     while n % 2 == 0 {
///         n /= 2;
///         yield n;
///     }
///     "odd"
/// }
///
/// let mut halves = halves(12);
/// let last = loop {
///     match halves.step(&mut ()) {
///         State::Yielded(n) => println!("{n}"),
///         State::Complete(last) => break last,
///     }
/// };
/// assert_eq!(last, "odd");
/// ```
///
/// [`Generator`]: super::Generator
#[unstable(feature = "native_generators", issue = "none")]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum State<Y, R, B = !> {
    /// The generator has returned. It must not be resumed again.
    #[lang = "GeneratorStateComplete"]
    Complete(R),
    /// The generator waits for something that it does not have yet. Resume it later.
    #[lang = "GeneratorStateBlocked"]
    Blocked(B),
    /// The generator stopped at a `yield`, and this is the value.
    #[lang = "GeneratorStateYielded"]
    Yielded(Y),
}

impl<Y, R, B> State<Y, R, B> {
    /// Tells whether this is [`State::Yielded`].
    ///
    /// # Examples
    ///
    /// ```
    /// #![feature(native_generators)]
    /// use std::generator::State;
    ///
    /// let state: State<u32, ()> = State::Yielded(1);
    /// assert!(state.is_yielded());
    /// ```
    #[unstable(feature = "native_generators", issue = "none")]
    #[must_use]
    #[inline]
    pub const fn is_yielded(&self) -> bool {
        matches!(self, State::Yielded(_))
    }

    /// Tells whether this is [`State::Blocked`].
    ///
    /// # Examples
    ///
    /// ```
    /// #![feature(native_generators)]
    /// use std::generator::State;
    ///
    /// let state: State<u32, (), &str> = State::Blocked("on a lock");
    /// assert!(state.is_blocked());
    /// ```
    #[unstable(feature = "native_generators", issue = "none")]
    #[must_use]
    #[inline]
    pub const fn is_blocked(&self) -> bool {
        matches!(self, State::Blocked(_))
    }

    /// Tells whether this is [`State::Complete`].
    ///
    /// # Examples
    ///
    /// ```
    /// #![feature(native_generators)]
    /// use std::generator::State;
    ///
    /// let state: State<u32, ()> = State::Complete(());
    /// assert!(state.is_complete());
    /// ```
    #[unstable(feature = "native_generators", issue = "none")]
    #[must_use]
    #[inline]
    pub const fn is_complete(&self) -> bool {
        matches!(self, State::Complete(_))
    }

    /// Returns the yielded value, or `None` in any other state.
    ///
    /// # Examples
    ///
    /// ```
    /// #![feature(native_generators)]
    /// use std::generator::Generator;
    ///
    /// fn one() => impl Generator<Yield = u32, Return = ()> {
    ///     yield 1
    /// }
    ///
    /// let mut one = one();
    /// assert_eq!(one.step(&mut ()).yielded(), Some(1));
    /// assert_eq!(one.step(&mut ()).yielded(), None);
    /// ```
    #[unstable(feature = "native_generators", issue = "none")]
    #[inline]
    pub fn yielded(self) -> Option<Y> {
        match self {
            State::Yielded(value) => Some(value),
            _ => None,
        }
    }

    /// Returns the reason for blocking, or `None` in any other state.
    ///
    /// # Examples
    ///
    /// ```
    /// #![feature(native_generators)]
    /// use std::generator::State;
    ///
    /// let state: State<u32, (), &str> = State::Blocked("on a lock");
    /// assert_eq!(state.blocked(), Some("on a lock"));
    /// ```
    #[unstable(feature = "native_generators", issue = "none")]
    #[inline]
    pub fn blocked(self) -> Option<B> {
        match self {
            State::Blocked(reason) => Some(reason),
            _ => None,
        }
    }

    /// Returns the returned value, or `None` in any other state.
    ///
    /// # Examples
    ///
    /// ```
    /// #![feature(native_generators)]
    /// use std::generator::State;
    ///
    /// let state: State<u32, &str> = State::Complete("done");
    /// assert_eq!(state.complete(), Some("done"));
    /// ```
    #[unstable(feature = "native_generators", issue = "none")]
    #[inline]
    pub fn complete(self) -> Option<R> {
        match self {
            State::Complete(value) => Some(value),
            _ => None,
        }
    }

    /// Applies `f` to the yielded value, and leaves any other state as it is.
    ///
    /// # Examples
    ///
    /// ```
    /// #![feature(native_generators)]
    /// use std::generator::State;
    ///
    /// let state: State<u32, ()> = State::Yielded(2);
    /// assert_eq!(state.map_yielded(|n| n * 10), State::Yielded(20));
    /// ```
    #[unstable(feature = "native_generators", issue = "none")]
    #[inline]
    pub fn map_yielded<Z>(self, f: impl FnOnce(Y) -> Z) -> State<Z, R, B> {
        match self {
            State::Yielded(value) => State::Yielded(f(value)),
            State::Blocked(reason) => State::Blocked(reason),
            State::Complete(value) => State::Complete(value),
        }
    }

    /// Applies `f` to the reason for blocking, and leaves any other state as it is.
    ///
    /// # Examples
    ///
    /// ```
    /// #![feature(native_generators)]
    /// use std::generator::State;
    ///
    /// let state: State<u32, (), u8> = State::Blocked(3);
    /// assert_eq!(state.map_blocked(u64::from), State::Blocked(3u64));
    /// ```
    #[unstable(feature = "native_generators", issue = "none")]
    #[inline]
    pub fn map_blocked<C>(self, f: impl FnOnce(B) -> C) -> State<Y, R, C> {
        match self {
            State::Yielded(value) => State::Yielded(value),
            State::Blocked(reason) => State::Blocked(f(reason)),
            State::Complete(value) => State::Complete(value),
        }
    }

    /// Applies `f` to the returned value, and leaves any other state as it is.
    ///
    /// # Examples
    ///
    /// ```
    /// #![feature(native_generators)]
    /// use std::generator::State;
    ///
    /// let state: State<(), &str> = State::Complete("done");
    /// assert_eq!(state.map_complete(str::len), State::Complete(4));
    /// ```
    #[unstable(feature = "native_generators", issue = "none")]
    #[inline]
    pub fn map_complete<S>(self, f: impl FnOnce(R) -> S) -> State<Y, S, B> {
        match self {
            State::Yielded(value) => State::Yielded(value),
            State::Blocked(reason) => State::Blocked(reason),
            State::Complete(value) => State::Complete(f(value)),
        }
    }
}

/// As its variants would be ordered by `derive` if they stood as they used to: `Yielded` is less.
#[unstable(feature = "coroutine_trait", issue = "43122")]
impl<Y: PartialOrd, R: PartialOrd> PartialOrd for CoroutineState<Y, R> {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        match (self, other) {
            (CoroutineState::Yielded(one), CoroutineState::Yielded(two)) => one.partial_cmp(two),
            (CoroutineState::Complete(one), CoroutineState::Complete(two)) => one.partial_cmp(two),
            (CoroutineState::Yielded(_), CoroutineState::Complete(_)) => Some(Ordering::Less),
            (CoroutineState::Complete(_), CoroutineState::Yielded(_)) => Some(Ordering::Greater),
        }
    }
}

#[unstable(feature = "coroutine_trait", issue = "43122")]
impl<Y: Ord, R: Ord> Ord for CoroutineState<Y, R> {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (CoroutineState::Yielded(one), CoroutineState::Yielded(two)) => one.cmp(two),
            (CoroutineState::Complete(one), CoroutineState::Complete(two)) => one.cmp(two),
            (CoroutineState::Yielded(_), CoroutineState::Complete(_)) => Ordering::Less,
            (CoroutineState::Complete(_), CoroutineState::Yielded(_)) => Ordering::Greater,
        }
    }
}
