//@ run-pass
//@ edition: 2024

// What the compiler beneath does with `pin!`: `gen` blocks and coroutines move what is pinned in
// them, `async` blocks do not move at all.

#![feature(coroutine_trait, coroutines, gen_blocks, stmt_expr_attributes)]

use std::cell::Cell;
use std::future::Future;
use std::marker::PhantomPinned;
use std::ops::Coroutine;
use std::pin::{Pin, pin};
use std::task::{Context, Waker};

/// Notes where it was pinned, and tells at the end whether it was still there.
struct Rooted<'a> {
    at: usize,
    moved: &'a Cell<Option<bool>>,
    _pinned: PhantomPinned,
}

impl<'a> Rooted<'a> {
    fn new(moved: &'a Cell<Option<bool>>) -> Self {
        Rooted { at: 0, moved, _pinned: PhantomPinned }
    }

    fn root(self: Pin<&mut Self>) {
        let at = (&raw const *self).addr();
        // Nothing is moved.
        unsafe { self.get_unchecked_mut().at = at }
    }
}

impl Drop for Rooted<'_> {
    fn drop(&mut self) {
        self.moved.set(Some(self.at != (&raw const *self).addr()));
    }
}

fn main() {
    let moved = Cell::new(None);
    let mut frame = gen {
        let pinned = pin!(Rooted::new(&moved));
        pinned.root();
        yield 1;
    };
    frame.next();
    drop(Box::new(frame));
    assert_eq!(moved.take(), Some(true));

    let mut frame = #[coroutine]
    || {
        let pinned = pin!(Rooted::new(&moved));
        pinned.root();
        yield;
    };
    let _ = Pin::new(&mut frame).resume(());
    drop(Box::new(frame));
    assert_eq!(moved.take(), Some(true));

    let mut frame = Box::pin(async {
        let pinned = pin!(Rooted::new(&moved));
        pinned.root();
        std::future::pending::<()>().await;
    });
    let _ = frame.as_mut().poll(&mut Context::from_waker(Waker::noop()));
    drop(frame);
    assert_eq!(moved.take(), Some(false));
}
