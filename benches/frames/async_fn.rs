//! The sizes of futures of `async` functions: `NAME BYTES`, line by line.
//!
//! The other programs here have the same shapes as native generators. Each shape holds something across
//! one await that a frame need not hold twice, or not at the same time as something else.

#![allow(dropping_copy_types)]

use std::future::Future;
use std::hint::black_box;
use std::pin::Pin;
use std::task::{Context, Poll};

/// Awaits nothing, and takes a byte for saying so.
async fn wait() {}

/// A leaf of four bytes.
struct Leaf {
    _number: u32,
}

const LEAF: Leaf = Leaf { _number: 0 };

impl Future for Leaf {
    type Output = ();

    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        Poll::Ready(())
    }
}

fn block<const N: usize>(byte: u8) -> [u8; N] {
    black_box([byte; N])
}

async fn argument(block: [u8; 8_192]) {
    wait().await;
    drop(block);
}

async fn leaf(block: [u8; 8_192]) {
    drop(block);
}

async fn use_future(future: impl Future<Output = ()>) {
    future.await;
}

async fn combining(future: impl Future<Output = ()>) {
    async {}.await;
    future.await;
}

fn owner() -> impl Future<Output = ()> {
    let block = [0u8; 65_536];
    async move {
        wait().await;
        drop(block);
    }
}

async fn one_after_another(byte: u8) {
    let first = block::<512>(byte);
    wait().await;
    drop(first);
    let second = block::<1_024>(byte);
    wait().await;
    drop(second);
    let third = block::<2_048>(byte);
    wait().await;
    drop(third);
}

async fn kibibyte() {
    let block = block::<1_024>(0);
    wait().await;
    black_box(&block);
}

async fn arms(arm: u8) {
    match arm {
        0 => kibibyte().await,
        1 => kibibyte().await,
        2 => kibibyte().await,
        _ => kibibyte().await,
    }
}

async fn keeping(number: u64, future: impl Future<Output = ()>) {
    let kept = number;
    future.await;
    black_box(kept);
}

/// A call in a call in a call, as many as there are dots.
macro_rules! nested {
    ($function:ident; $innermost:expr;) => { $innermost };
    ($function:ident $number:literal; $innermost:expr;) => { $innermost };
    ($function:ident; $innermost:expr; . $($rest:tt)*) => {
        $function(nested!($function; $innermost; $($rest)*))
    };
    ($function:ident $number:literal; $innermost:expr; . $($rest:tt)*) => {
        $function($number, nested!($function $number; $innermost; $($rest)*))
    };
}

fn show<F>(name: &str, _: impl FnOnce() -> F) {
    println!("{name} {}", size_of::<F>());
}

fn main() {
    show("argument", || argument([0; 8_192]));
    show("ten-nested", || nested!(use_future; leaf([0; 8_192]); . . . . . . . . . .));
    show("four-nested", || nested!(combining; owner(); . . . .));
    show("one-after-another", || one_after_another(0));
    show("arms", || arms(0));
    show("sixteen-nested", || nested!(keeping 0; LEAF; . . . . . . . . . . . . . . . .));
}
