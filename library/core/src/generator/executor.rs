//! Who resumes a generator, and what they pass in.

/// What a generator is lent at each resumption.
///
/// An executor says what blocking means and what a `yield` gets back. Code that needs more of its
/// executor, a clock or a socket, asks for that with a trait of its own:
///
/// ```
/// #![feature(native_generators)]
/// use std::generator::{Executor, Generator, State};
///
/// /// An executor that lets a generator wait for ticks.
/// struct Ticker {
///     ticks: u32,
/// }
///
/// /// The generator cannot go on before this many ticks have passed.
/// #[derive(Debug, PartialEq)]
/// struct Until(u32);
///
/// impl Executor for Ticker {
///     type Blocked = Until;
///     type Resume = ();
///     fn take_resume(&mut self) {}
/// }
///
/// // A generator by hand: blocks until the third tick, then returns.
/// let mut third = std::generator::from_fn(|ticker: &mut Ticker| match ticker.ticks {
///     3.. => State::<(), _, _>::Complete("go"),
///     _ => State::Blocked(Until(3)),
/// });
///
/// let mut ticker = Ticker { ticks: 0 };
/// while let State::Blocked(Until(_)) = third.step(&mut ticker) {
///     ticker.ticks += 1;
/// }
/// assert_eq!(ticker.ticks, 3);
/// ```
#[unstable(feature = "native_generators", issue = "none")]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an executor of generators",
    label = "not an executor",
    note = "the executor is the first type parameter of the face, as in `impl Generator<E, …>`; for \
            synchronous code it is `()`, and `Arg<T>` sends a `T` at each resumption"
)]
pub trait Executor: Sized {
    /// Why a generator could not go on, as it tells whoever resumed it.
    ///
    /// `!` for an executor that never blocks.
    #[lang = "ExecutorBlocked"]
    #[unstable(feature = "native_generators", issue = "none")]
    type Blocked;

    /// What a resumption passes in: the type of a `yield` expression.
    #[unstable(feature = "native_generators", issue = "none")]
    type Resume;

    /// Takes the value that this resumption passes in.
    ///
    /// A `yield` calls this once, as soon as the generator goes on from it. The first resumption
    /// of a generator has no `yield` to go on from, and does not call it.
    #[unstable(feature = "native_generators", issue = "none")]
    fn take_resume(&mut self) -> Self::Resume;
}

/// The executor of synchronous code: it never blocks and passes nothing in.
#[unstable(feature = "native_generators", issue = "none")]
impl Executor for () {
    type Blocked = !;
    type Resume = ();

    #[inline]
    fn take_resume(&mut self) {}
}

/// The executor of generators that are sent a value each time they are resumed.
///
/// In the body, `let answer = yield question` hands out a question and waits for the answer. From
/// outside, [`start`] runs the body to its first `yield`, which has not been answered yet, and
/// [`send`] answers it and runs on to the next one.
///
/// # Examples
///
/// ```
/// #![feature(native_generators)]
/// use std::generator::{Arg, Generator, State};
///
/// fn interview() => impl Generator<Arg<String>, Yield = &'static str, Return = String> {
///     let name = yield "What is your name?";
///     let quest = yield "What is your quest?";
///     format!("{name} seeks {quest}.")
/// }
///
/// let mut interview = interview();
/// assert_eq!(interview.start(), State::Yielded("What is your name?"));
/// assert_eq!(interview.send("Arthur".into()), State::Yielded("What is your quest?"));
/// assert_eq!(interview.send("the Grail".into()), State::Complete("Arthur seeks the Grail.".into()));
/// ```
///
/// [`start`]: super::Generator::start
/// [`send`]: super::Generator::send
#[unstable(feature = "native_generators", issue = "none")]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Arg<T> {
    value: Option<T>,
}

impl<T> Arg<T> {
    /// Makes the executor of a resumption that sends `value`.
    ///
    /// [`Generator::send`](super::Generator::send) does this and resumes.
    ///
    /// # Examples
    ///
    /// ```
    /// #![feature(native_generators)]
    /// use std::generator::{Arg, Executor};
    ///
    /// let mut arg = Arg::new(7);
    /// assert_eq!(arg.take_resume(), 7);
    /// ```
    #[unstable(feature = "native_generators", issue = "none")]
    #[inline]
    pub const fn new(value: T) -> Arg<T> {
        Arg { value: Some(value) }
    }

    /// Makes the executor of a resumption that sends nothing, as the first one does.
    ///
    /// [`Generator::start`](super::Generator::start) does this and resumes.
    ///
    /// # Examples
    ///
    /// ```
    /// #![feature(native_generators)]
    /// use std::generator::Arg;
    ///
    /// assert_eq!(Arg::<u32>::empty().into_inner(), None);
    /// ```
    #[unstable(feature = "native_generators", issue = "none")]
    #[inline]
    pub const fn empty() -> Arg<T> {
        Arg { value: None }
    }

    /// Returns the value if no generator has taken it.
    ///
    /// # Examples
    ///
    /// ```
    /// #![feature(native_generators)]
    /// use std::generator::{Arg, Executor};
    ///
    /// let mut arg = Arg::new(7);
    /// assert_eq!(arg.clone().into_inner(), Some(7));
    /// arg.take_resume();
    /// assert_eq!(arg.into_inner(), None);
    /// ```
    #[unstable(feature = "native_generators", issue = "none")]
    #[inline]
    pub fn into_inner(self) -> Option<T> {
        self.value
    }
}

#[unstable(feature = "native_generators", issue = "none")]
impl<T> Executor for Arg<T> {
    type Blocked = !;
    type Resume = T;

    /// Takes the value.
    ///
    /// # Panics
    ///
    /// Panics if there is none: the generator waits for a value and was resumed without one.
    #[inline]
    #[track_caller]
    fn take_resume(&mut self) -> T {
        self.value.take().expect("generator resumed without the value it waits for")
    }
}
