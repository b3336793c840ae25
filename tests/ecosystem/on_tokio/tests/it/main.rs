//! The tests of this crate: one program, as each would link tokio anew.

#![feature(async_iterator, native_generators)]

mod between;
mod channels;
mod echo;
mod macros;
mod tasks;
mod time;
