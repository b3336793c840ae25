//! The two ways across between native streams and those of the futures crate.
//!
//! Futures need none: they are the ones of the standard library on both sides. Streams do, as the
//! futures crate has a trait of its own. [`Items`] takes a frame with the face `AsyncIterator` to the
//! futures crate; [`Values`] takes a stream of the futures crate into a native body, where
//! `await for` runs over it. Each is a few lines, and neither allocates.
//!
//! ```
//! #![feature(async_iterator, native_generators)]
//! use std::async_iter::AsyncIterator;
//! use std::future::Future;
//!
//! use futures::StreamExt;
//! use with_futures::{Items, Values};
//!
//! fn squares(below: u32) => impl AsyncIterator<Item = u32> {
//!     for n in 0..below {
//!         yield n * await std::future::ready(n);
//!     }
//! }
//!
//! fn sum(numbers: impl futures::Stream<Item = u32>) => static impl Future<Output = u32> {
//!     let mut sum = 0;
//!     await for n in Values(numbers) {
//!         sum += n;
//!     }
//!     sum
//! }
//!
//! let odd = Items(squares(6)).filter(|n| std::future::ready(n % 2 == 1));
//! assert_eq!(futures::executor::block_on(sum(odd)), 1 + 9 + 25);
//! ```

#![feature(async_iterator, native_generators)]

use std::async_iter::AsyncIterator;
use std::generator::{Generator, State, Task};
use std::pin::Pin;
use std::task::{Context, Poll};

use futures::Stream;

/// The items of an [`AsyncIterator`], as a stream of the futures crate.
#[derive(Clone, Debug)]
#[must_use = "streams do nothing unless polled"]
pub struct Items<I>(pub I);

impl<I: AsyncIterator> Stream for Items<I> {
    type Item = I::Item;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<I::Item>> {
        // SAFETY: The iterator is pinned whenever `self` is: `Items` has no destructor, and nothing
        // here moves out of it.
        unsafe { self.map_unchecked_mut(|items| &mut items.0) }.poll_next(context)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

/// The values of a stream of the futures crate, as a generator that yields them.
#[derive(Clone, Debug)]
#[must_use = "generators do nothing unless resumed"]
pub struct Values<S>(pub S);

impl<S: Stream> Generator<Task> for Values<S> {
    type Yield = S::Item;
    type Return = ();

    fn resume(self: Pin<&mut Self>, task: &mut Task) -> State<S::Item, (), ()> {
        // SAFETY: As above.
        let stream = unsafe { self.map_unchecked_mut(|values| &mut values.0) };
        match task.with_context(|context| stream.poll_next(context)) {
            Poll::Ready(Some(item)) => State::Yielded(item),
            Poll::Ready(None) => State::Complete(()),
            Poll::Pending => State::Blocked(()),
        }
    }
}
