//! A client of Redis, written once and run in three ways.
//!
//! The [`Client`] speaks RESP, the protocol of Redis: it sends commands, one or many at once, reads
//! replies, and keeps to a time limit. It is written for any executor that has a network, [`Net`].
//! What that means is said in three places:
//!
//! - [`blocking`]: for `()`, the executor of synchronous code. Reading blocks the thread; there is no
//!   runtime, and `generator::run` is all that is called. The state machines are optimised away.
//! - [`on_tokio`]: for `Task`, the executor of asynchronous code. The same client is a future that
//!   tokio polls.
//! - [`script`]: for [`Script`](script::Script), an executor made for tests: no network, no time that
//!   passes. It hands out bytes one by one, fails, is silent, and blocks wherever one can block.
//!
//! ```no_run
//! #![feature(native_generators)]
//! use std::generator::{self, Future, Generator};
//! use std::net::SocketAddr;
//! use std::time::Duration;
//! use three_way::{Client, Error, Net};
//!
//! fn visit<E: Net>(address: SocketAddr) => static impl Future<E, Return = Result<i64, Error>> {
//!     let mut client = await Client::<E>::connect(address, Duration::from_secs(5))?;
//!     await client.set("greeting", "hello")?;
//!     await client.increment("visits")
//! }
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let address = "127.0.0.1:6379".parse()?;
//! let visits = generator::run(visit(address))?;
//! let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
//! assert_eq!(runtime.block_on(visit(address).into_core())?, visits + 1);
//! # Ok(())
//! # }
//! ```

#![feature(native_generators)]

mod blocking;
mod client;
mod net;
mod on_tokio;
mod resp;
pub mod script;

pub use client::{Client, Error};
pub use net::Net;
pub use resp::{Command, Value};
