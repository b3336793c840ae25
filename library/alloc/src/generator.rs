//! Generators on the heap.
//!
//! A frame never allocates by itself. This module is for when somebody wants it to: when
//! generators of different types are to live in one place, or when a generator function calls
//! itself, so that its frame would have to contain itself.
//!
//! ```
//! #![feature(native_generators)]
//! use std::generator::{Boxed, Generator, IntoBox};
//!
//! fn up() => impl Generator<Yield = u32, Return = ()> {
//!     for n in 0..3 {
//!         yield n;
//!     }
//! }
//!
//! fn down() => impl Generator<Yield = u32, Return = ()> {
//!     for n in (0..3).rev() {
//!         yield n;
//!     }
//! }
//!
//! let both: [Boxed<'_, (), u32, ()>; 2] = [up().into_box(), down().into_box()];
//! let all: Vec<u32> = both.into_iter().flatten().collect();
//! assert_eq!(all, [0, 1, 2, 2, 1, 0]);
//! ```
//!
//! All else about generators is in [`core::generator`].

use core::fmt;
use core::generator::lowering::{Phase, into_generator};
use core::generator::{Executor, Future, Generator, IntoJoin, Iter, Joined, State};
use core::pin::Pin;

use crate::alloc::Allocator;
use crate::boxed::Box;
use crate::collections::{BTreeMap, BTreeSet, BinaryHeap, LinkedList, VecDeque};
use crate::vec::Vec;

/// Puts a generator on the heap and forgets its type.
///
/// Every generator has these methods where this trait is imported. They are not methods of
/// [`Generator`] because that is in `core`, which knows of no heap.
#[rustc_diagnostic_item = "GeneratorIntoBox"]
#[unstable(feature = "native_generators", issue = "none")]
pub trait IntoBox<E: Executor = ()>: Generator<E> + Sized {
    /// Puts the generator on the heap and forgets all about its type but what it yields and
    /// returns, for which executor, and for how long what it borrows is good.
    ///
    /// As the frame is pinned there, the result can be moved, and resumed with
    /// [`step`](Generator::step), even if the generator cannot.
    ///
    /// # Examples
    ///
    /// A walk through a tree recurses through a box:
    ///
    /// ```
    /// #![feature(native_generators)]
    /// use std::generator::{Boxed, Generator, IntoBox};
    ///
    /// enum Tree {
    ///     Leaf(u32),
    ///     Node(Vec<Tree>),
    /// }
    ///
    /// fn walk(tree: &Tree) -> Boxed<'_, (), u32, ()> {
    ///     fn leaves(tree: &Tree) => impl Generator<Yield = u32, Return = ()> {
    ///         match tree {
    ///             Tree::Leaf(n) => yield *n,
    ///             Tree::Node(children) => {
    ///                 for child in children {
    ///                     for n in walk(child) {
    ///                         yield n;
    ///                     }
    ///                 }
    ///             }
    ///         }
    ///     }
    ///     leaves(tree).into_box()
    /// }
    ///
    /// let tree = Tree::Node(vec![Tree::Leaf(1), Tree::Node(vec![Tree::Leaf(2), Tree::Leaf(3)])]);
    /// assert_eq!(walk(&tree).iter().collect::<Vec<_>>(), [1, 2, 3]);
    /// ```
    #[cfg(not(no_global_oom_handling))]
    #[unstable(feature = "native_generators", issue = "none")]
    #[inline]
    fn into_box<'a>(self) -> Boxed<'a, E, Self::Yield, Self::Return>
    where
        Self: 'a,
    {
        Boxed { generator: Box::pin(self) }
    }

    /// Like [`into_box`](IntoBox::into_box), for a generator that may go to another thread, which
    /// the box then may too.
    ///
    /// # Examples
    ///
    /// ```
    /// #![feature(native_generators)]
    /// use std::generator::{Generator, IntoBox};
    ///
    /// fn greet(name: String) => impl Generator<Yield = String, Return = ()> {
    ///     yield format!("Hello, {name}!");
    /// }
    ///
    /// let greet = greet("thread".into()).into_box_send();
    /// let greeting = std::thread::spawn(move || greet.iter().next()).join().unwrap();
    /// assert_eq!(greeting.as_deref(), Some("Hello, thread!"));
    /// ```
    #[cfg(not(no_global_oom_handling))]
    #[unstable(feature = "native_generators", issue = "none")]
    #[inline]
    fn into_box_send<'a>(self) -> BoxedSend<'a, E, Self::Yield, Self::Return>
    where
        Self: Send + 'a,
    {
        BoxedSend { generator: Box::pin(self) }
    }
}

#[unstable(feature = "native_generators", issue = "none")]
impl<E: Executor, G: Generator<E>> IntoBox<E> for G {}

/// A generator on the heap, of which no more is known than what it says.
///
/// [`IntoBox::into_box`] makes it. A box with a generator of any type in it is itself a generator,
/// need not be pinned, and is as large as a pointer to a trait object.
///
/// It is not [`Send`], as nobody knows whether the generator in it is. For one that is, there is
/// [`BoxedSend`].
#[unstable(feature = "native_generators", issue = "none")]
#[must_use = "generators do nothing unless resumed"]
pub struct Boxed<'a, E: Executor, Y, R> {
    generator: Pin<Box<dyn Generator<E, Yield = Y, Return = R> + 'a>>,
}

/// A generator on the heap that may go to another thread.
///
/// [`IntoBox::into_box_send`] makes it. In all else it is like [`Boxed`], and turns into that with
/// [`From`].
#[unstable(feature = "native_generators", issue = "none")]
#[must_use = "generators do nothing unless resumed"]
pub struct BoxedSend<'a, E: Executor, Y, R> {
    generator: Pin<Box<dyn Generator<E, Yield = Y, Return = R> + Send + 'a>>,
}

/// What the two kinds of boxes have in common: all but the bounds of the trait object.
macro_rules! boxed {
    ($Boxed:ident: $($bound:tt)+) => {
        #[unstable(feature = "native_generators", issue = "none")]
        impl<E: Executor, Y, R> Generator<E> for $Boxed<'_, E, Y, R> {
            type Yield = Y;
            type Return = R;

            #[inline]
            fn resume(self: Pin<&mut Self>, executor: &mut E) -> State<Y, R, E::Blocked> {
                self.get_mut().generator.as_mut().resume(executor)
            }

            fn __phase(&self) -> Phase {
                self.generator.__phase()
            }
        }

        #[unstable(feature = "native_generators", issue = "none")]
        impl<Y> IntoIterator for $Boxed<'_, (), Y, ()> {
            type Item = Y;
            type IntoIter = Iter<Self>;

            #[inline]
            fn into_iter(self) -> Iter<Self> {
                self.iter()
            }
        }

        /// Takes a generator that is on the heap already.
        #[unstable(feature = "native_generators", issue = "none")]
        impl<'a, E: Executor, Y, R> From<Pin<Box<dyn Generator<E, Yield = Y, Return = R> + $($bound)+>>>
            for $Boxed<'a, E, Y, R>
        {
            #[inline]
            fn from(
                generator: Pin<Box<dyn Generator<E, Yield = Y, Return = R> + $($bound)+>>,
            ) -> Self {
                $Boxed { generator }
            }
        }

        #[unstable(feature = "native_generators", issue = "none")]
        impl<E: Executor, Y, R> fmt::Debug for $Boxed<'_, E, Y, R> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{} ({})", stringify!($Boxed), self.generator.__phase())
            }
        }
    };
}

boxed! { Boxed: 'a }
boxed! { BoxedSend: Send + 'a }

#[unstable(feature = "native_generators", issue = "none")]
impl<'a, E: Executor, Y, R> From<BoxedSend<'a, E, Y, R>> for Boxed<'a, E, Y, R> {
    #[inline]
    fn from(boxed: BoxedSend<'a, E, Y, R>) -> Boxed<'a, E, Y, R> {
        Boxed { generator: boxed.generator }
    }
}

/// As many futures as there are, side by side. The results come as a `Vec`, in the same order.
///
/// ```
/// #![feature(native_generators)]
/// use std::generator::{self, Executor, Future};
///
/// fn squares<E: Executor>(below: u32) => impl Future<E, Return = Vec<u32>> {
///     let futures: Vec<_> = (0..below).map(|n| generator::ready(n * n)).collect();
///     await generator::join(futures)
/// }
///
/// assert_eq!(generator::run(squares(4)), [0, 1, 4, 9]);
/// ```
#[unstable(feature = "native_generators", issue = "none")]
impl<E: Executor, G: Future<E>> IntoJoin<E> for Vec<G> {
    type Join = JoinVec<E, G>;

    fn into_join(self) -> JoinVec<E, G> {
        let futures: Box<[_]> = self.into_iter().map(Joined::new).collect();
        JoinVec { futures: Box::into_pin(futures) }
    }
}

/// A future that runs a `Vec` of others side by side.
///
/// This is what [`join`](core::generator::join) returns for a `Vec`. The futures are pinned on the
/// heap, so it may be moved even if they may not.
#[unstable(feature = "native_generators", issue = "none")]
#[must_use = "generators do nothing unless resumed"]
pub struct JoinVec<E: Executor, G: Future<E>> {
    futures: Pin<Box<[Joined<E, G>]>>,
}

#[unstable(feature = "native_generators", issue = "none")]
impl<E: Executor, G: Future<E>> fmt::Debug for JoinVec<E, G> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.futures.iter()).finish()
    }
}

#[unstable(feature = "native_generators", issue = "none")]
impl<E: Executor, G: Future<E>> Generator<E> for JoinVec<E, G> {
    type Yield = !;
    type Return = Vec<G::Return>;

    fn resume(self: Pin<&mut Self>, executor: &mut E) -> State<!, Vec<G::Return>, E::Blocked> {
        // SAFETY: The futures stay where they are, on the heap, and each is pinned again at once;
        // only results are moved out, which are not pinned.
        let futures = unsafe { self.get_mut().futures.as_mut().get_unchecked_mut() };
        let mut blocked = None;
        for future in futures.iter_mut() {
            // SAFETY: The slice is pinned, and so is each of its elements.
            blocked = unsafe { Pin::new_unchecked(future) }.resume(executor).or(blocked);
        }
        if let Some(reason) = blocked {
            return State::Blocked(reason);
        }
        let values = futures.iter_mut().map(|future| {
            // Taking moves a result, which is not pinned; the future is gone.
            future.take().expect("generator resumed after completion")
        });
        State::Complete(values.collect())
    }
}

into_generator! {
    impl[T, A: Allocator] for Vec<T, A>;
    impl['a, T, A: Allocator] for &'a Vec<T, A>;
    impl['a, T, A: Allocator] for &'a mut Vec<T, A>;
    impl[T, A: Allocator] for VecDeque<T, A>;
    impl['a, T, A: Allocator] for &'a VecDeque<T, A>;
    impl['a, T, A: Allocator] for &'a mut VecDeque<T, A>;
    impl[T, A: Allocator] for LinkedList<T, A>;
    impl['a, T, A: Allocator] for &'a LinkedList<T, A>;
    impl['a, T, A: Allocator] for &'a mut LinkedList<T, A>;
    impl[T, A: Allocator] for BinaryHeap<T, A>;
    impl['a, T, A: Allocator] for &'a BinaryHeap<T, A>;
    impl[K, V, A: Allocator + Clone] for BTreeMap<K, V, A>;
    impl['a, K, V, A: Allocator + Clone] for &'a BTreeMap<K, V, A>;
    impl['a, K, V, A: Allocator + Clone] for &'a mut BTreeMap<K, V, A>;
    impl[T, A: Allocator + Clone] for BTreeSet<T, A>;
    impl['a, T, A: Allocator + Clone] for &'a BTreeSet<T, A>;
}
