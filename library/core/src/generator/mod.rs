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
//! | executor      | `Blocked` | `Resume` | whom it is for                                         |
//! |---------------|-----------|----------|--------------------------------------------------------|
//! | `()`          | `!`       | `()`     | synchronous code, iterators above all: it never blocks |
//! | [`Arg<T>`]    | `!`       | `T`      | generators that are sent a value at each resumption    |
//! | [`Task`]      | `()`      | `()`     | the bridge to [`core::future`](crate::future): one poll |
//! | [`EventLoop`] | `()`      | `()`     | tasks, timers and wake-ups on one thread (in `std`)    |
//! | your own      | anything  | anything | capabilities: what a body may ask of its surroundings  |
//!
//! [`EventLoop`]: ../../std/generator/struct.EventLoop.html
//!
//! ## `()`: nothing ever blocks
//!
//! Since `()` cannot block, the type of its `Blocked` is `!`: the case is gone from every `match`
//! and from the machine code. A generator written for any `E` and then resumed with `()` is
//! ordinary synchronous code, and [`run`] calls it.
//!
//! ```
//! #![feature(native_generators)]
//! use std::generator::{self, Executor, Future, Generator, State, Stream};
//!
//! // `await for` runs its block for each value, and is blocked when the stream is.
//! fn total<E: Executor>(
//!     prices: impl Stream<E, Yield = u32, Return = ()> + Unpin,
//! ) => impl Future<E, Return = u32> {
//!     let mut total = 0;
//!     await for price in prices {
//!         total += price;
//!     }
//!     total
//! }
//!
//! assert_eq!(generator::run(total([3, 4].into_iter())), 7);
//!
//! // Or by hand. There is no third case.
//! match total([5].into_iter()).step(&mut ()) {
//!     State::Yielded(never) => never,
//!     State::Complete(total) => assert_eq!(total, 5),
//! }
//! ```
//!
//! ## `Arg<T>`: each resumption sends a value
//!
//! The value of `yield` is what the executor passes in. [`start`] is the first resumption, which
//! has no `yield` to answer; [`send`] is each other.
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
//! [`start`]: Generator::start
//! [`send`]: Generator::send
//!
//! ## `Task`: a poll
//!
//! Under [`Task`] a body awaits every [`core::future::Future`](crate::future::Future), and blocked
//! means pending. With that trait as its face, it is in its turn what any runtime polls.
//!
//! ```
//! #![feature(native_generators)]
//! use std::future::{self, Future};
//! use std::generator;
//!
//! fn both(
//!     a: impl Future<Output = u32> + Unpin,
//!     b: impl Future<Output = u32> + Unpin,
//! ) => impl Future<Output = u32> {
//!     await a + await b
//! }
//!
//! async fn caller() -> u32 {
//!     both(future::ready(1), Box::pin(async { 2 })).await
//! }
//!
//! assert_eq!(generator::block_on(caller()), 3);
//! ```
//!
//! ## Your own: capabilities as traits
//!
//! An executor is any value that a body should find at hand. What a body needs of it is a trait
//! above [`Executor`]. What can be had at once is a method, called on `ref executor`, the executor
//! of the present resumption. What may have to be waited for is a generator method, to be awaited.
//!
//! ```
//! #![feature(native_generators)]
//! use std::generator::{self, Executor, Future, Generator, State};
//!
//! /// An executor with a thermometer and a siren.
//! trait Station: Executor {
//!     fn temperature() => impl Future<Self, Return = i32> + Unpin;
//!     fn sound_siren(&mut self);
//! }
//!
//! // Runs under whatever has both.
//! fn watch<E: Station>(limit: i32) => impl Future<E, Return = u32> {
//!     let mut readings = 0;
//!     loop {
//!         readings += 1;
//!         if await E::temperature() > limit {
//!             (ref executor).sound_siren();
//!             return readings;
//!         }
//!     }
//! }
//!
//! /// The device has a reading now and then. Until then, one blocks.
//! #[derive(Default)]
//! struct Device {
//!     reading: Option<i32>,
//!     is_loud: bool,
//! }
//!
//! #[derive(Debug, PartialEq)]
//! struct NoReading;
//!
//! impl Executor for Device {
//!     type Blocked = NoReading;
//!     type Resume = ();
//!     fn take_resume(&mut self) {}
//! }
//!
//! impl Station for Device {
//!     fn temperature() => impl Future<Device, Return = i32> + Unpin {
//!         // The primitive: is lent the executor at each resumption, and answers with a `State`.
//!         await generator::from_fn(|device: &mut Device| match device.reading.take() {
//!             Some(reading) => State::Complete(reading),
//!             None => State::Blocked(NoReading),
//!         })
//!     }
//!
//!     fn sound_siren(&mut self) {
//!         self.is_loud = true;
//!     }
//! }
//!
//! let mut device = Device::default();
//! let mut watch_device = watch(90);
//! assert_eq!(watch_device.step(&mut device), State::Blocked(NoReading));
//! device.reading = Some(80);
//! assert_eq!(watch_device.step(&mut device), State::Blocked(NoReading));
//! device.reading = Some(95);
//! assert_eq!(watch_device.step(&mut device), State::Complete(2));
//! assert!(device.is_loud);
//!
//! /// A mock for tests: knows all readings beforehand, and never blocks.
//! struct Script {
//!     readings: std::vec::IntoIter<i32>,
//!     sounded: u32,
//! }
//!
//! impl Executor for Script {
//!     type Blocked = std::convert::Infallible;
//!     type Resume = ();
//!     fn take_resume(&mut self) {}
//! }
//!
//! impl Station for Script {
//!     fn temperature() => impl Future<Script, Return = i32> + Unpin {
//!         (ref executor).readings.next().expect("no more readings")
//!     }
//!
//!     fn sound_siren(&mut self) {
//!         self.sounded += 1;
//!     }
//! }
//!
//! let mut script = Script { readings: vec![10, 20, 99, 0].into_iter(), sounded: 0 };
//! let State::Complete(readings) = watch(90).step(&mut script);
//! assert_eq!((readings, script.sounded), (3, 1));
//! assert_eq!(script.readings.as_slice(), [0]);
//! ```
//!
//! Three things to know about executors:
//!
//! - A frame keeps none. Each resumption lends one, and may lend another than the last; so
//!   `ref executor`, and what is borrowed from it, is good until the next suspend point.
//! - All that a body awaits runs under the body's executor. What is generic over `E: Executor`
//!   fits everywhere.
//! - The reason for blocking says why *one* of those that wait does so. [`join`] waits for several
//!   and passes on the reason of the last; what an executor must not miss (when to wake whom) it is
//!   told by a method, or by the primitive that blocks.
//!
//! [`join`]: fn@join
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
//! A trait of your own with `Generator<E, …>` as its supertrait is a face too. With `static` before
//! it, the body may keep loans of its own data across suspend points, and the frame must be pinned
//! before it is resumed.
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
//! [`Generator`], [`IntoGenerator`], [`Executor`] and [`State`] are the vocabulary. [`Frame`],
//! [`FrameIter`], [`FrameFuture`] and [`FrameAsyncIter`] are what generator functions return, behind
//! their faces; the compiler gets at them through a small private interface, `lowering`. The rest,
//! sources, adapters, [`join`] and [`select`], and the bridges from [`Iterator`] and from
//! [`core::future`](crate::future), is written with nothing but the vocabulary.

mod adapters;
mod bridge;
mod executor;
mod frame;
mod future;
mod iter;
mod join;
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
pub use self::join::{IntoJoin, Join, Joined, Select, Selected, join, select};
#[unstable(feature = "native_generators", issue = "none")]
pub use self::sources::{FromFn, FromIter, Ready, from_fn, from_iter, ready};
#[unstable(feature = "native_generators", issue = "none")]
pub use self::state::State;
#[unstable(feature = "native_generators", issue = "none")]
pub use self::task::{IntoCore, Task};
#[unstable(feature = "native_generators", issue = "none")]
pub use self::traits::{Generator, IntoGenerator};
