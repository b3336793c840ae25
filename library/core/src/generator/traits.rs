//! The trait of all generators, and the trait of what can be turned into one.

use super::lowering::{IsExecutor, Phase};
use super::{Arg, ByMut, Executor, IntoCore, Iter, MapReturn, MapYield, State, Task};
use crate::pin::Pin;

/// Something that can be resumed, again and again, until it is complete.
///
/// Generator functions return values of this trait. See [the module](super) for the idea; this page
/// is about using one.
///
/// # Resuming
///
/// [`resume`] wants a pinned receiver, since some frames may not move once they have started.
/// Nearly all may, and for these [`step`] does the same through `&mut`.
///
/// ```
/// #![feature(native_generators)]
/// use std::generator::{Generator, State};
///
/// fn countdown(from: u32) => impl Generator<Yield = u32, Return = &'static str> {
///     for n in (1..=from).rev() {
///         yield n;
///     }
///     "liftoff"
/// }
///
/// let mut countdown = countdown(2);
/// assert_eq!(countdown.step(&mut ()), State::Yielded(2));
/// assert_eq!(countdown.step(&mut ()), State::Yielded(1));
/// assert_eq!(countdown.step(&mut ()), State::Complete("liftoff"));
/// ```
///
/// # Trait objects
///
/// The trait is dyn-compatible:
///
/// ```
/// #![feature(native_generators)]
/// use std::generator::{Generator, State};
/// use std::pin::{Pin, pin};
///
/// fn total(generator: Pin<&mut dyn Generator<Yield = u32, Return = ()>>) -> u32 {
///     let mut generator = generator;
///     let mut total = 0;
///     while let State::Yielded(n) = generator.as_mut().resume(&mut ()) {
///         total += n;
///     }
///     total
/// }
///
/// assert_eq!(total(pin!(1..=4)), 10);
/// ```
///
/// For an erased generator that is owned, and has the methods below, see `Boxed` in `alloc`.
///
/// [`resume`]: Generator::resume
/// [`step`]: Generator::step
#[lang = "Generator"]
#[unstable(feature = "native_generators", issue = "none")]
#[must_use = "generators do nothing unless resumed"]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a generator for the executor `{E}`",
    label = "not a generator for the executor `{E}`"
)]
pub trait Generator<E: Executor = ()> {
    /// What the generator hands out at each `yield`.
    #[lang = "GeneratorYield"]
    #[unstable(feature = "native_generators", issue = "none")]
    type Yield;

    /// What the generator leaves when it is complete.
    #[lang = "GeneratorReturn"]
    #[unstable(feature = "native_generators", issue = "none")]
    type Return;

    /// Runs the generator to its next suspend point, or to its end.
    ///
    /// # Panics
    ///
    /// A frame panics when it is resumed after it completed (*generator resumed after
    /// completion*), or after it panicked (*generator resumed after panicking*). Other generators
    /// may panic in these cases, or answer anything.
    ///
    /// # Examples
    ///
    /// ```
    /// #![feature(native_generators)]
    /// use std::generator::{Generator, State};
    /// use std::pin::pin;
    ///
    /// fn once() => impl Generator<Yield = &'static str, Return = ()> {
    ///     yield "once"
    /// }
    ///
    /// let mut once = pin!(once());
    /// assert_eq!(once.as_mut().resume(&mut ()), State::Yielded("once"));
    /// assert_eq!(once.as_mut().resume(&mut ()), State::Complete(()));
    /// ```
    #[unstable(feature = "native_generators", issue = "none")]
    fn resume(
        self: Pin<&mut Self>,
        executor: &mut E,
    ) -> State<Self::Yield, Self::Return, E::Blocked>;

    /// Runs a generator that need not be pinned to its next suspend point, or to its end.
    ///
    /// # Panics
    ///
    /// As [`resume`](Generator::resume) does.
    ///
    /// # Examples
    ///
    /// ```
    /// #![feature(native_generators)]
    /// use std::generator::{Generator, State};
    ///
    /// fn toggle() => impl Generator<Yield = bool, Return = ()> {
    ///     loop {
    ///         yield true;
    ///         yield false;
    ///     }
    /// }
    ///
    /// let mut toggle = toggle();
    /// assert_eq!(toggle.step(&mut ()), State::Yielded(true));
    /// assert_eq!(toggle.step(&mut ()), State::Yielded(false));
    /// assert_eq!(toggle.step(&mut ()), State::Yielded(true));
    /// ```
    #[unstable(feature = "native_generators", issue = "none")]
    #[inline]
    fn step(&mut self, executor: &mut E) -> State<Self::Yield, Self::Return, E::Blocked>
    where
        Self: Sized + Unpin,
    {
        Pin::new(self).resume(executor)
    }

    /// Runs a generator that is sent values, [`Arg`], to its first suspend point.
    ///
    /// The first resumption sends nothing: there is no `yield` yet that could receive it.
    ///
    /// # Panics
    ///
    /// Panics if the generator has been started, without resuming it. A generator that cannot
    /// tell, such as one made by [`from_fn`](super::from_fn), is resumed, and panics when it wants
    /// the value.
    ///
    /// # Examples
    ///
    /// ```
    /// #![feature(native_generators)]
    /// use std::generator::{Arg, Generator, State};
    ///
    /// fn echo() => impl Generator<Arg<u32>, Yield = u32, Return = ()> {
    ///     let mut last = 0;
    ///     loop {
    ///         last = yield last;
    ///     }
    /// }
    ///
    /// let mut echo = echo();
    /// assert_eq!(echo.start(), State::Yielded(0));
    /// assert_eq!(echo.send(5), State::Yielded(5));
    /// ```
    #[unstable(feature = "native_generators", issue = "none")]
    #[inline]
    #[track_caller]
    fn start<T>(
        &mut self,
    ) -> State<<Self as Generator<Arg<T>>>::Yield, <Self as Generator<Arg<T>>>::Return>
    where
        Arg<T>: IsExecutor<E>,
        Self: Sized + Unpin + Generator<Arg<T>>,
    {
        if <Self as Generator<Arg<T>>>::__phase(self) == Phase::Suspended {
            panic!("generator started twice");
        }
        <Self as Generator<Arg<T>>>::resume(Pin::new(self), &mut Arg::empty())
    }

    /// Sends `value` to a generator that waits for one, and runs it to its next suspend point.
    ///
    /// The value is what the `yield` that the generator stopped at evaluates to.
    ///
    /// # Panics
    ///
    /// Panics if the generator has not been [started](Generator::start), without resuming it:
    /// there is no `yield` that could receive the value, so it would be lost. A generator that
    /// cannot tell is resumed, and does with the value what it likes.
    ///
    /// # Examples
    ///
    /// ```
    /// #![feature(native_generators)]
    /// use std::generator::{Arg, Generator, State};
    ///
    /// fn sum() => impl Generator<Arg<Option<u32>>, Yield = (), Return = u32> {
    ///     let mut sum = 0;
    ///     while let Some(n) = (yield) {
    ///         sum += n;
    ///     }
    ///     sum
    /// }
    ///
    /// let mut sum = sum();
    /// sum.start();
    /// sum.send(Some(1));
    /// sum.send(Some(2));
    /// assert_eq!(sum.send(None), State::Complete(3));
    /// ```
    #[unstable(feature = "native_generators", issue = "none")]
    #[inline]
    #[track_caller]
    fn send<T>(
        &mut self,
        value: T,
    ) -> State<<Self as Generator<Arg<T>>>::Yield, <Self as Generator<Arg<T>>>::Return>
    where
        Arg<T>: IsExecutor<E>,
        Self: Sized + Unpin + Generator<Arg<T>>,
    {
        if <Self as Generator<Arg<T>>>::__phase(self) == Phase::Unresumed {
            panic!("value sent to a generator that was not started");
        }
        <Self as Generator<Arg<T>>>::resume(Pin::new(self), &mut Arg::new(value))
    }

    /// Turns a synchronous generator that returns nothing into an iterator over what it yields.
    ///
    /// The iterator is fused: it gives `None` for ever once the generator is complete, and after a
    /// panic.
    ///
    /// To get at what is left of the generator afterwards, lend it with
    /// [`by_mut`](Generator::by_mut). To iterate over one that returns something, say what is to
    /// become of that with [`map_return`](Generator::map_return).
    ///
    /// # Examples
    ///
    /// ```
    /// #![feature(native_generators)]
    /// use std::generator::Generator;
    ///
    /// fn digits(mut n: u32) => impl Generator<Yield = u32, Return = ()> {
    ///     while n > 0 {
    ///         yield n % 10;
    ///         n /= 10;
    ///     }
    /// }
    ///
    /// assert_eq!(digits(1789).iter().sum::<u32>(), 25);
    /// ```
    #[unstable(feature = "native_generators", issue = "none")]
    #[inline]
    fn iter(self) -> Iter<Self>
    where
        (): IsExecutor<E>,
        Self: Sized + Unpin + Generator<(), Return = ()>,
    {
        Iter::new(self)
    }

    /// Lends the generator: what the result of this consumes, `self` goes on from.
    ///
    /// `&mut G` itself is no generator, as `&mut I` is one already where `I` is an iterator. A
    /// generator that must be pinned is lent with [`ByMut::from`].
    ///
    /// # Examples
    ///
    /// ```
    /// #![feature(native_generators)]
    /// use std::generator::{Generator, State};
    ///
    /// fn chapters() => impl Generator<Yield = u32, Return = ()> {
    ///     for n in 1.. {
    ///         yield n;
    ///     }
    /// }
    ///
    /// let mut chapters = chapters();
    /// let today: Vec<u32> = chapters.by_mut().iter().take(3).collect();
    /// assert_eq!(today, [1, 2, 3]);
    /// assert_eq!(chapters.step(&mut ()), State::Yielded(4));
    /// ```
    #[unstable(feature = "native_generators", issue = "none")]
    #[inline]
    fn by_mut(&mut self) -> ByMut<'_, Self>
    where
        Self: Sized + Unpin,
    {
        ByMut::from(Pin::new(self))
    }

    /// Applies `f` to everything that the generator yields.
    ///
    /// # Examples
    ///
    /// ```
    /// #![feature(native_generators)]
    /// use std::generator::Generator;
    ///
    /// fn letters() => impl Generator<Yield = char, Return = ()> {
    ///     yield 'a';
    ///     yield 'b';
    /// }
    ///
    /// let loud: String = letters().map_yield(|c| c.to_ascii_uppercase()).iter().collect();
    /// assert_eq!(loud, "AB");
    /// ```
    #[unstable(feature = "native_generators", issue = "none")]
    #[inline]
    fn map_yield<Y, F>(self, f: F) -> MapYield<Self, F>
    where
        Self: Sized,
        F: FnMut(Self::Yield) -> Y,
    {
        MapYield::new(self, f)
    }

    /// Applies `f` to what the generator returns.
    ///
    /// # Examples
    ///
    /// ```
    /// #![feature(native_generators)]
    /// use std::generator::{Generator, State};
    ///
    /// fn answer() => impl Generator<Yield = (), Return = u32> {
    ///     yield;
    ///     42
    /// }
    ///
    /// let mut answer = answer().map_return(|n| n.to_string());
    /// answer.step(&mut ());
    /// assert_eq!(answer.step(&mut ()), State::Complete("42".to_string()));
    /// ```
    #[unstable(feature = "native_generators", issue = "none")]
    #[inline]
    fn map_return<R, F>(self, f: F) -> MapReturn<Self, F>
    where
        Self: Sized,
        F: FnOnce(Self::Return) -> R,
    {
        MapReturn::new(self, f)
    }

    /// Turns a generator that runs under [`Task`] and yields nothing into a
    /// [`core::future::Future`](crate::future::Future).
    ///
    /// # Examples
    ///
    /// ```
    /// #![feature(native_generators)]
    /// use std::generator::{Future, Generator, Task};
    ///
    /// fn answer() => impl Future<Task, Return = u32> {
    ///     await std::future::ready(42)
    /// }
    ///
    /// let future = async { answer().into_core().await + 1 };
    /// # use std::pin::pin;
    /// # use std::task::{Context, Poll, Waker};
    /// # let mut context = Context::from_waker(Waker::noop());
    /// # assert_eq!(std::future::Future::poll(pin!(future), &mut context), Poll::Ready(43));
    /// ```
    #[unstable(feature = "native_generators", issue = "none")]
    #[inline]
    fn into_core(self) -> IntoCore<Self>
    where
        Task: IsExecutor<E>,
        Self: Sized + Generator<Task, Yield = !>,
    {
        IntoCore::new(self)
    }

    // How far the generator has come, if it knows: what `start`, `send` and `iter` go by to refuse
    // what makes no sense before they run any of the body.
    #[doc(hidden)]
    #[unstable(feature = "native_generators", issue = "none")]
    #[inline]
    fn __phase(&self) -> Phase {
        Phase::Unknown
    }
}

/// What can be turned into a generator for the executor `E`.
///
/// Generators that delegate do so through this trait. Every generator is its own
/// `into_generator`. So is every iterator that is [`Unpin`], for the executor `()`, and the
/// collections of the standard library turn into generators over their elements. Any other
/// [`IntoIterator`] becomes one with [`from_iter`](super::from_iter), for any executor.
///
/// Implement it for one executor at a time: `impl IntoGenerator<()> for Library`. An implementation
/// for all executors, `impl<E: Executor> IntoGenerator<E>`, is refused, as some other crate could
/// make `Library` a generator for an executor of its own. Give it a generator method then.
///
/// # Examples
///
/// ```
/// #![feature(native_generators)]
/// use std::generator::{Generator, IntoGenerator};
///
/// fn first<G: IntoGenerator<()>>(g: G) -> Option<G::Yield> {
///     Box::pin(g.into_generator()).as_mut().resume(&mut ()).yielded()
/// }
///
/// fn squares() => impl Generator<Yield = u32, Return = ()> {
///     for n in 3.. {
///         yield n * n;
///     }
/// }
///
/// assert_eq!(first(squares()), Some(9));
/// assert_eq!(first(["a", "b"]), Some("a"));
/// assert_eq!(first("xyz".chars()), Some('x'));
/// ```
#[unstable(feature = "native_generators", issue = "none")]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a generator for the executor `{E}`",
    label = "not a generator for the executor `{E}`",
    note = "an iterator becomes a generator for any executor with `generator::from_iter`"
)]
pub trait IntoGenerator<E: Executor> {
    /// What the generator yields.
    #[unstable(feature = "native_generators", issue = "none")]
    type Yield;

    /// What the generator returns.
    #[unstable(feature = "native_generators", issue = "none")]
    type Return;

    /// The generator that this turns into.
    #[unstable(feature = "native_generators", issue = "none")]
    type IntoGenerator: Generator<E, Yield = Self::Yield, Return = Self::Return>;

    /// Turns `self` into a generator.
    ///
    /// # Examples
    ///
    /// ```
    /// #![feature(native_generators)]
    /// use std::generator::{Generator, IntoGenerator, State};
    ///
    /// let mut options = Some(1).into_generator();
    /// assert_eq!(options.step(&mut ()), State::Yielded(1));
    /// assert_eq!(options.step(&mut ()), State::Complete(()));
    /// ```
    #[unstable(feature = "native_generators", issue = "none")]
    fn into_generator(self) -> Self::IntoGenerator;
}

#[unstable(feature = "native_generators", issue = "none")]
impl<E: Executor, G: Generator<E>> IntoGenerator<E> for G {
    type Yield = G::Yield;
    type Return = G::Return;
    type IntoGenerator = G;

    #[inline]
    fn into_generator(self) -> G {
        self
    }
}
