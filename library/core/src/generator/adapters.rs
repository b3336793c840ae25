//! Generators made from other generators.

use super::lowering::Phase;
use super::{Executor, Generator, State};
use crate::fmt;
use crate::pin::Pin;

/// A generator that has been lent: it resumes the one that it borrows.
///
/// [`Generator::by_mut`] makes it for a generator that need not be pinned, and `ByMut::from` for
/// any that is:
///
/// ```
/// #![feature(native_generators)]
/// use std::generator::{ByMut, Generator};
/// use std::pin::pin;
///
/// fn squares() => impl Generator<Yield = u32, Return = ()> {
///     for n in 1.. {
///         yield n * n;
///     }
/// }
///
/// let mut squares = pin!(squares());
/// let first: Vec<u32> = ByMut::from(squares.as_mut()).iter().take(2).collect();
/// let more: Vec<u32> = ByMut::from(squares.as_mut()).iter().take(2).collect();
/// assert_eq!((first, more), (vec![1, 4], vec![9, 16]));
/// ```
#[unstable(feature = "native_generators", issue = "none")]
#[must_use = "generators do nothing unless resumed"]
#[derive(Debug)]
pub struct ByMut<'a, G: ?Sized> {
    generator: Pin<&'a mut G>,
}

#[unstable(feature = "native_generators", issue = "none")]
impl<'a, G: ?Sized> From<Pin<&'a mut G>> for ByMut<'a, G> {
    #[inline]
    fn from(generator: Pin<&'a mut G>) -> ByMut<'a, G> {
        ByMut { generator }
    }
}

#[unstable(feature = "native_generators", issue = "none")]
impl<E: Executor, G: Generator<E> + ?Sized> Generator<E> for ByMut<'_, G> {
    type Yield = G::Yield;
    type Return = G::Return;

    #[inline]
    fn resume(self: Pin<&mut Self>, executor: &mut E) -> State<G::Yield, G::Return, E::Blocked> {
        self.get_mut().generator.as_mut().resume(executor)
    }

    #[inline]
    fn __phase(&self) -> Phase {
        self.generator.__phase()
    }
}

/// A generator that yields something else than the one it is made from.
///
/// This is what [`Generator::map_yield`] returns.
#[unstable(feature = "native_generators", issue = "none")]
#[must_use = "generators do nothing unless resumed"]
#[derive(Clone)]
pub struct MapYield<G, F> {
    generator: G,
    f: F,
}

impl<G, F> MapYield<G, F> {
    #[inline]
    pub(super) fn new(generator: G, f: F) -> MapYield<G, F> {
        MapYield { generator, f }
    }
}

/// The function is never pinned.
#[unstable(feature = "native_generators", issue = "none")]
impl<G: Unpin, F> Unpin for MapYield<G, F> {}

#[unstable(feature = "native_generators", issue = "none")]
impl<E, G, F, Y> Generator<E> for MapYield<G, F>
where
    E: Executor,
    G: Generator<E>,
    F: FnMut(G::Yield) -> Y,
{
    type Yield = Y;
    type Return = G::Return;

    #[inline]
    fn resume(self: Pin<&mut Self>, executor: &mut E) -> State<Y, G::Return, E::Blocked> {
        // SAFETY: The generator is not moved out of what this gives.
        let MapYield { generator, f } = unsafe { self.get_unchecked_mut() };
        // SAFETY: The generator is pinned whenever `self` is: nothing moves it out of a pinned
        // `MapYield`, which has no destructor and is `Unpin` only if the generator is.
        unsafe { Pin::new_unchecked(generator) }.resume(executor).map_yielded(f)
    }

    #[inline]
    fn __phase(&self) -> Phase {
        self.generator.__phase()
    }
}

#[unstable(feature = "native_generators", issue = "none")]
impl<G: fmt::Debug, F> fmt::Debug for MapYield<G, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MapYield").field("generator", &self.generator).finish_non_exhaustive()
    }
}

/// A generator that returns something else than the one it is made from.
///
/// This is what [`Generator::map_return`] returns.
#[unstable(feature = "native_generators", issue = "none")]
#[must_use = "generators do nothing unless resumed"]
#[derive(Clone)]
pub struct MapReturn<G, F> {
    generator: G,
    // `None` once the generator is complete.
    f: Option<F>,
}

impl<G, F> MapReturn<G, F> {
    #[inline]
    pub(super) fn new(generator: G, f: F) -> MapReturn<G, F> {
        MapReturn { generator, f: Some(f) }
    }
}

/// The function is never pinned.
#[unstable(feature = "native_generators", issue = "none")]
impl<G: Unpin, F> Unpin for MapReturn<G, F> {}

#[unstable(feature = "native_generators", issue = "none")]
impl<E, G, F, R> Generator<E> for MapReturn<G, F>
where
    E: Executor,
    G: Generator<E>,
    F: FnOnce(G::Return) -> R,
{
    type Yield = G::Yield;
    type Return = R;

    /// Resumes the generator.
    ///
    /// # Panics
    ///
    /// Panics after completion, whatever the generator itself does then.
    #[inline]
    fn resume(self: Pin<&mut Self>, executor: &mut E) -> State<G::Yield, R, E::Blocked> {
        // SAFETY: The generator is not moved out of what this gives.
        let MapReturn { generator, f } = unsafe { self.get_unchecked_mut() };
        // SAFETY: The generator is pinned whenever `self` is: nothing moves it out of a pinned
        // `MapReturn`, which has no destructor and is `Unpin` only if the generator is.
        let generator = unsafe { Pin::new_unchecked(generator) };
        generator.resume(executor).map_complete(|value| {
            let f = f.take().expect("generator resumed after completion");
            f(value)
        })
    }

    #[inline]
    fn __phase(&self) -> Phase {
        self.generator.__phase()
    }
}

#[unstable(feature = "native_generators", issue = "none")]
impl<G: fmt::Debug, F> fmt::Debug for MapReturn<G, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MapReturn").field("generator", &self.generator).finish_non_exhaustive()
    }
}
