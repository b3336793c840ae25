//! Generators that run as tasks of tokio.
//!
//! tokio polls futures. A generator function with the face `core::future::Future` returns one, so
//! `tokio::spawn` takes it like an `async` block, and in its body `await` takes whatever tokio
//! offers. Nothing here depends on tokio's knowing about generators, or the other way round.
//!
//! The bodies stand in a library, and the tests in a crate of their own: what a frame is made of
//! has to come through the metadata.
//!
//! # What may be spawned
//!
//! A task that tokio moves between threads must be `Send`. As with `async` blocks that depends on
//! what the frame holds while it waits:
//!
//! ```
//! #![feature(native_generators)]
//! # use std::{cell::Cell, future::Future, rc::Rc};
//! fn count() => impl Future<Output = u32> {
//!     let count = {
//!         let shared = Rc::new(Cell::new(0));
//!         shared.set(shared.get() + 1);
//!         shared.get()
//!     };
//!     await Box::pin(tokio::task::yield_now());
//!     count
//! }
//! # let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).build().unwrap();
//! # runtime.block_on(async {
//! assert_eq!(tokio::spawn(count()).await.unwrap(), 1);
//! # });
//! ```
//!
//! With the `Rc` alive across the suspend point, it is refused:
//!
//! ```compile_fail
//! #![feature(native_generators)]
//! # use std::{cell::Cell, future::Future, rc::Rc};
//! fn count() => impl Future<Output = u32> {
//!     let shared = Rc::new(Cell::new(0));
//!     await Box::pin(tokio::task::yield_now());
//!     shared.set(shared.get() + 1);
//!     shared.get()
//! }
//! # let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).build().unwrap();
//! # runtime.block_on(async {
//! tokio::spawn(count()).await.unwrap();
//! # });
//! ```
//!
//! # `static`, nearly always
//!
//! The futures of tokio's own functions must not move, and its macros borrow what they run from the
//! frame. So a body that uses them is `static`, which costs nothing: a task is pinned anyway.
//!
//! ```compile_fail,E0626
//! #![feature(native_generators)]
//! # use std::future::Future;
//! # use tokio::sync::oneshot::Receiver;
//! fn first(a: Receiver<u32>, b: Receiver<u32>) => impl Future<Output = u32> {
//!     tokio::select! {
//!         value = a => value.unwrap(),
//!         value = b => value.unwrap(),
//!     }
//! }
//! ```

#![feature(async_iterator, native_generators)]

pub mod echo;
pub mod pulse;
pub mod relay;
