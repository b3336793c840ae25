//! Iterators and futures are generators, so the methods of ours must not meet the names that others
//! have given them: what compiled goes on compiling where our traits are imported.

use core::future::Future;
#[allow(unused_imports)]
use std::generator::*;

/// Gives every type methods of these names, as an extension trait does.
macro_rules! extension {
    ($trait:ident: $($method:ident)*) => {
        trait $trait: Sized {
            $(fn $method(self) -> &'static str {
                stringify!($method)
            })*
        }

        impl<T> $trait for T {}
    };
}

/// Calls those methods on a value made anew each time.
macro_rules! call {
    ($value:expr => $($method:ident)*) => {$(
        assert_eq!($value.$method(), stringify!($method));
    )*};
}

macro_rules! test_names {
    ($test:ident, $value:expr => $($method:ident)*) => {
        #[test]
        fn $test() {
            extension!(Extension: $($method)*);
            call!($value => $($method)*);
        }
    };
}

struct Plain;

impl Iterator for Plain {
    type Item = u8;
    fn next(&mut self) -> Option<u8> {
        None
    }
}

struct Ready;

impl Future for Ready {
    type Output = u8;
    fn poll(
        self: core::pin::Pin<&mut Self>,
        _: &mut core::task::Context<'_>,
    ) -> core::task::Poll<u8> {
        core::task::Poll::Ready(1)
    }
}

test_names! { future_ext, Ready =>
    and_then boxed boxed_local catch_unwind err_into flatten flatten_sink flatten_stream fuse
    inspect inspect_err inspect_ok into_stream left_future map map_err map_into map_ok
    map_ok_or_else never_error now_or_never ok_into or_else poll_unpin remote_handle right_future
    shared then try_flatten try_flatten_stream try_poll_unpin unit_error unwrap_or_else
}

// Without those that are methods of `Iterator` as well: an extension trait that has them clashes
// with that all by itself.
test_names! { stream_ext, Plain =>
    and_then boxed boxed_local buffer_unordered buffered catch_unwind chunks concat err_into
    flat_map_unordered flatten_unordered for_each_concurrent forward inspect_err inspect_ok
    into_async_read into_future into_stream left_stream map_err map_ok or_else poll_next_unpin
    ready_chunks right_stream select_next_some split take_until then try_all try_any
    try_buffer_unordered try_buffered try_chunks try_concat try_filter try_filter_map
    try_flatten try_flatten_unordered try_for_each_concurrent try_next try_poll_next_unpin
    try_ready_chunks try_skip_while try_take_while
}

#[test]
fn iterator() {
    let v = vec![3, 1, 2];
    let mut it = v.iter();
    assert_eq!(it.by_ref().next(), Some(&3));
    assert_eq!(it.clone().map(|n| n * 2).collect::<Vec<_>>(), [2, 4]);
    assert_eq!(it.clone().step_by(2).count(), 1);
    assert_eq!(it.clone().inspect(|_| ()).fuse().peekable().peek(), Some(&&1));
    assert_eq!(it.clone().cycle().skip(1).take(2).zip(0..).last(), Some((&1, 1)));
    assert_eq!(it.by_ref().filter(|n| **n > 1).chain(&[9]).copied().sum::<i32>(), 11);
    assert!(it.clone().is_sorted());
    assert_eq!(it.next(), None);
}

#[test]
fn inherent_methods_come_first() {
    let v = vec![1, 2];
    assert_eq!(v.iter().as_slice(), [1, 2]);
    assert_eq!([1, 2].iter().len(), 2);
    assert_eq!(Some(1).iter().count(), 1);
    assert_eq!(v.as_slice().iter().rev().next(), Some(&2));
    assert_eq!(Box::<[u8]>::from([1]).iter().count(), 1);

    let range = 1..=3;
    assert_eq!(range.start(), &1);
    assert_eq!((&range).start(), &1);

    let (sender, receiver) = std::sync::mpsc::channel();
    sender.send(1).unwrap();
    assert_eq!(receiver.recv(), Ok(1));
    assert_eq!(receiver.iter().take(0).count(), 0);
}
