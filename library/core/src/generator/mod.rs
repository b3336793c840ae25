//! Generators: functions that can stop in the middle and go on later.
//!
//! A function declared with `=>` instead of `->` is a *generator function*. Calling it runs
//! nothing: it moves the arguments into a value, the *frame*, and returns that. Resuming the frame
//! runs the body up to its next suspend point, where it hands a value to whoever resumed it, and
//! the next resumption goes on from there with every local variable as it was.
//!
//! ```
//! #![feature(native_generators)]
//!
//! fn fibonacci() => impl Iterator<Item = u64> {
//!     let (mut a, mut b) = (0, 1);
//!     loop {
//!         yield a;
//!         (a, b) = (b, a + b);
//!     }
//! }
//!
//! assert_eq!(fibonacci().take(8).collect::<Vec<_>>(), [0, 1, 1, 2, 3, 5, 8, 13]);
//! ```
//!
//! A frame is plain data. It is as large as what the body keeps across its suspend points, it is
//! never allocated on the heap unless somebody [boxes] it, and dropping it drops what the body
//! holds at that moment, just as unwinding from there would.
//!
//! [boxes]: ../../alloc/generator/trait.IntoBox.html
//!
//! # What a generator says
//!
//! One trait describes every such value, [`Generator`]. Resuming a generator answers with a
//! [`State`]:
//!
//! - [`Yielded(value)`]: here is a value, there may be more;
//! - [`Complete(value)`]: the body has returned this, and that was the last of it;
//! - [`Blocked(reason)`]: nothing yet, because the body waits for something outside.
//!
//! A for loop over an iterator sees the first two, and calls them `Some` and `None`. Code that
//! awaits sees the last two, and calls them `Ready` and `Pending`. Having all three in one place is
//! what makes iterators, futures and streams one and the same thing here.
//!
//! [`Yielded(value)`]: State::Yielded
//! [`Complete(value)`]: State::Complete
//! [`Blocked(reason)`]: State::Blocked
//!
//! # Who resumes: the executor
//!
//! At each resumption the frame is lent an [`Executor`]. Its type says two things about everyone
//! who resumes this generator: what *blocking* looks like to them ([`Executor::Blocked`]), and what
//! they pass in when they come back ([`Executor::Resume`]), which is the value of the body's `yield`
//! expression.
//!
//! | executor   | `Blocked` | `Resume` | whom it is for                                            |
//! |------------|-----------|----------|-----------------------------------------------------------|
//! | `()`       | `!`       | `()`     | synchronous code, iterators above all: it never blocks    |
//! | [`Arg<T>`] | `!`       | `T`      | generators that are sent a value at each resumption       |
//! | your own   | anything  | anything | capabilities: a body that asks for `E: Clock` can be told the time |
//!
//! Since `()` cannot block, the type of its `Blocked` is `!`: the case is gone from every `match`
//! and from the machine code. A generator written for any `E` and then resumed with `()` is
//! ordinary synchronous code.
//!
//! ```
//! #![feature(native_generators)]
//! use std::generator::{Arg, Generator, State};
//!
//! // `yield` gives the running average and evaluates to the next sample.
//! fn average() => impl Generator<Arg<f64>, Yield = f64, Return = ()> {
//!     let (mut sum, mut count, mut mean) = (0.0, 0.0, 0.0);
//!     loop {
//!         sum += yield mean;
//!         count += 1.0;
//!         mean = sum / count;
//!     }
//! }
//!
//! let mut average = average();
//! average.start();
//! assert_eq!(average.send(10.0), State::Yielded(10.0));
//! assert_eq!(average.send(20.0), State::Yielded(15.0));
//! ```
//!
//! # What the caller sees: the face
//!
//! The trait after `=>` is the generator's *face*. It decides what the caller gets:
//!
//! | face                                | executor | the caller gets                     |
//! |-------------------------------------|----------|-------------------------------------|
//! | `impl Generator<E, …>`              | `E`      | the raw frame                       |
//! | `impl Future<E, …>`, `Stream<E, …>` | `E`      | the raw frame                       |
//! | `impl Iterator<Item = T>`           | `()`     | an iterator, which is always fused  |
//! | `impl core::future::Future<…>`      | [`Task`] | a future for any runtime            |
//! | `impl AsyncIterator<Item = T>`      | [`Task`] | a poll-based stream                 |
//!
//! A trait of your own with `Generator<E, …>` as its supertrait is a face too.
//!
//! # Generators that are not frames
//!
//! `Generator` is an ordinary trait: a state machine written by hand implements it like any other,
//! and [`from_fn`] makes one from a closure. Every [`Iterator`] that is [`Unpin`] already is a
//! `Generator<()>`, so a body can delegate to one, and [`from_iter`] makes an iterator fit any
//! executor.
//!
//! The other direction is [`Generator::iter`]. Between the two lie the adapters: [`by_mut`] lends a
//! generator, [`map_yield`] and [`map_return`] change what it says, `into_box` (in `alloc`) erases
//! its type.
//!
//! [`by_mut`]: Generator::by_mut
//! [`map_yield`]: Generator::map_yield
//! [`map_return`]: Generator::map_return
//!
//! No method of these traits is called like one of [`Iterator`], of [`Future`], or of the extension
//! traits that the `futures` crate gives to both. As iterators are generators, any such name would
//! turn `iter.map(…)` into an ambiguity in every module that imports [`Generator`].
//!
//! [`Future`]: crate::future::Future
//!
//! # How this module is laid out
//!
//! [`Generator`], [`IntoGenerator`], [`Executor`] and [`State`] are the vocabulary. [`Frame`] and
//! [`FrameIter`] are what generator functions return, behind their faces; the compiler gets at them
//! through a small private interface, `lowering`. The rest, sources, adapters and the bridge from
//! [`Iterator`], is written with nothing but the vocabulary.

mod adapters;
mod bridge;
mod executor;
mod frame;
mod future;
mod iter;
mod residual;
mod sources;
mod state;
mod task;
mod traits;

#[doc(hidden)]
#[unstable(feature = "native_generators", issue = "none")]
pub mod lowering;

#[unstable(feature = "native_generators", issue = "none")]
pub use self::adapters::{ByMut, MapReturn, MapYield};
#[unstable(feature = "native_generators", issue = "none")]
pub use self::executor::{Arg, Executor};
#[unstable(feature = "native_generators", issue = "none")]
pub use self::frame::{Frame, FrameAsyncIter, FrameFuture, FrameIter};
#[unstable(feature = "native_generators", issue = "none")]
pub use self::future::{Future, Stream, run};
#[unstable(feature = "native_generators", issue = "none")]
pub use self::iter::Iter;
#[unstable(feature = "native_generators", issue = "none")]
pub use self::sources::{FromFn, FromIter, Ready, from_fn, from_iter, ready};
#[unstable(feature = "native_generators", issue = "none")]
pub use self::state::State;
#[unstable(feature = "native_generators", issue = "none")]
pub use self::task::{IntoCore, Task};
#[unstable(feature = "native_generators", issue = "none")]
pub use self::traits::{Generator, IntoGenerator};
