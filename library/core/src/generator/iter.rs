//! Generators as iterators.

use super::{ByMut, FromFn, FromIter, Generator, MapReturn, MapYield, State};
use crate::iter::FusedIterator;
use crate::mem;
use crate::pin::Pin;

/// An iterator over what a synchronous generator yields.
///
/// This is what [`Generator::iter`] returns. It is fused.
#[unstable(feature = "native_generators", issue = "none")]
#[must_use = "generators do nothing unless resumed"]
#[derive(Clone, Debug)]
pub struct Iter<G> {
    generator: G,
    over: bool,
}

impl<G: Generator<()>> Iter<G> {
    #[inline]
    pub(super) fn new(generator: G) -> Iter<G> {
        Iter { over: generator.__phase().is_over(), generator }
    }
}

#[unstable(feature = "native_generators", issue = "none")]
impl<G: Generator<(), Return = ()> + Unpin> Iterator for Iter<G> {
    type Item = G::Yield;

    #[inline]
    fn next(&mut self) -> Option<G::Yield> {
        // If the generator panics, this is what remains: over.
        if mem::replace(&mut self.over, true) {
            return None;
        }
        match Pin::new(&mut self.generator).resume(&mut ()) {
            State::Yielded(item) => {
                self.over = false;
                Some(item)
            }
            State::Complete(()) => None,
        }
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, self.over.then_some(0))
    }
}

#[unstable(feature = "native_generators", issue = "none")]
impl<G: Generator<(), Return = ()> + Unpin> FusedIterator for Iter<G> {}

/// What `Frame` has, the other generators of this module have too: a `for` loop takes them as they
/// are where they are synchronous and return nothing.
macro_rules! into_iterator {
    ($(impl<$($param:tt),*> for $generator:ty;)*) => {$(
        #[unstable(feature = "native_generators", issue = "none")]
        impl<$($param),*> IntoIterator for $generator
        where
            Self: Generator<(), Return = ()> + Unpin,
        {
            type Item = <Self as Generator<()>>::Yield;
            type IntoIter = Iter<Self>;

            #[inline]
            fn into_iter(self) -> Iter<Self> {
                Iter::new(self)
            }
        }
    )*};
}

into_iterator! {
    impl<'a, G> for ByMut<'a, G>;
    impl<G, F> for MapYield<G, F>;
    impl<G, F> for MapReturn<G, F>;
    impl<F> for FromFn<(), F>;
    impl<I> for FromIter<(), I>;
}
