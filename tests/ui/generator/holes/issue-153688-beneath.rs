//@ edition: 2024

// `gen` blocks and coroutines move, too: they cannot hold what is pinned in them while they are suspended.
// `async` blocks do not move at all.

#![feature(coroutine_trait, coroutines, gen_blocks, stmt_expr_attributes)]

use std::marker::PhantomPinned;
use std::ops::Coroutine;
use std::pin::{Pin, pin};

struct Rooted(PhantomPinned);

impl Rooted {
    fn root(self: Pin<&mut Self>) {}
}

impl Drop for Rooted {
    fn drop(&mut self) {}
}

fn gen_block() -> impl Iterator<Item = u32> {
    gen {
        let pinned = pin!(Rooted(PhantomPinned)); //~ ERROR [E0626]
        pinned.root();
        yield 1;
    }
}

fn coroutine() -> impl Coroutine<Yield = (), Return = ()> {
    #[coroutine]
    || {
        let pinned = pin!(Rooted(PhantomPinned)); //~ ERROR [E0626]
        pinned.root();
        yield;
    }
}

// What follows is accepted.

fn immovable() -> impl Coroutine<Yield = (), Return = ()> {
    #[coroutine]
    static || {
        let pinned = pin!(Rooted(PhantomPinned));
        pinned.root();
        yield;
    }
}

async fn future() {
    let pinned = pin!(Rooted(PhantomPinned));
    pinned.root();
    std::future::ready(()).await;
}

fn main() {}
