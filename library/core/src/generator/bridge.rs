//! Iterators as generators.
//!
//! There is one bridge for each foreign trait, and it leads one way: an iterator is a generator.
//! The way back needs a wrapper, [`Iter`], because two blanket implementations could meet in one
//! type. For the same reason `&mut G` and `Box<G>` are not generators where `G` is: they are
//! iterators where `G` is, and so would be generators twice.
//!
//! [`Iter`]: super::Iter

use super::lowering::into_generator;
use super::{Generator, State};
use crate::pin::Pin;

/// An iterator yields its items, and returns nothing.
///
/// ```
/// #![feature(native_generators)]
/// use std::generator::{Generator, State};
///
/// let mut chars = "hi".chars();
/// assert_eq!(chars.step(&mut ()), State::Yielded('h'));
/// assert_eq!(chars.step(&mut ()), State::Yielded('i'));
/// assert_eq!(chars.step(&mut ()), State::Complete(()));
/// ```
#[unstable(feature = "native_generators", issue = "none")]
impl<I: Iterator + Unpin> Generator<()> for I {
    type Yield = I::Item;
    type Return = ();

    #[inline]
    fn resume(self: Pin<&mut Self>, _: &mut ()) -> State<I::Item, ()> {
        match self.get_mut().next() {
            Some(item) => State::Yielded(item),
            None => State::Complete(()),
        }
    }
}

// Collections, one by one: `impl<T: IntoIterator> IntoGenerator<()> for T` would overlap with the
// implementation for all generators, as every iterator is both.
into_generator! {
    impl[T, const N: usize] for [T; N];
    impl['a, T, const N: usize] for &'a [T; N];
    impl['a, T, const N: usize] for &'a mut [T; N];
    impl['a, T] for &'a [T];
    impl['a, T] for &'a mut [T];
    impl[T] for Option<T>;
    impl['a, T] for &'a Option<T>;
    impl['a, T] for &'a mut Option<T>;
    impl[T, E] for Result<T, E>;
    impl['a, T, E] for &'a Result<T, E>;
    impl['a, T, E] for &'a mut Result<T, E>;
}
