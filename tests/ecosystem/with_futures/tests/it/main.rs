//! The tests of this crate, in one program.

#![feature(async_iterator, native_generators)]

mod futures_of_native_bodies;
mod iterators;
mod names;
mod streams;

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

/// Is pending `times` times, and asks to be polled again each time.
pub fn pause(times: u32) -> impl Future<Output = ()> + Unpin + Clone {
    Pause(times)
}

#[derive(Clone)]
struct Pause(u32);

impl Future for Pause {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        if self.0 == 0 {
            return Poll::Ready(());
        }
        self.0 -= 1;
        context.waker().wake_by_ref();
        Poll::Pending
    }
}
