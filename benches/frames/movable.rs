//! The sizes of the frames of movable generators: see async_fn.rs.

#![feature(native_generators)]
#![allow(dropping_copy_types)]

use std::generator::{Future, Generator, State, Task};
use std::hint::black_box;
use std::pin::Pin;

/// Awaits nothing, and takes a byte for saying so.
fn wait() => impl Future<Task, Return = ()> {}

/// A leaf of four bytes.
struct Leaf {
    _number: u32,
}

const LEAF: Leaf = Leaf { _number: 0 };

impl Generator<Task> for Leaf {
    type Yield = !;
    type Return = ();

    fn resume(self: Pin<&mut Self>, _: &mut Task) -> State<!, (), ()> {
        State::Complete(())
    }
}

fn block<const N: usize>(byte: u8) -> [u8; N] {
    black_box([byte; N])
}

fn argument(block: [u8; 8_192]) => impl Future<Task, Return = ()> {
    await wait();
    drop(block);
}

fn leaf(block: [u8; 8_192]) => impl Future<Task, Return = ()> {
    drop(block);
}

fn use_future(future: impl Future<Task, Return = ()> + Unpin) => impl Future<Task, Return = ()> {
    await future;
}

fn nothing() => impl Future<Task, Return = ()> {}

fn combining(future: impl Future<Task, Return = ()> + Unpin) => impl Future<Task, Return = ()> {
    await nothing();
    await future;
}

fn owner() => impl Future<Task, Return = ()> {
    let block = [0u8; 65_536];
    await wait();
    drop(block);
}

fn one_after_another(byte: u8) => impl Future<Task, Return = ()> {
    let first = block::<512>(byte);
    await wait();
    drop(first);
    let second = block::<1_024>(byte);
    await wait();
    drop(second);
    let third = block::<2_048>(byte);
    await wait();
    drop(third);
}

fn kibibyte() => impl Future<Task, Return = ()> {
    let block = block::<1_024>(0);
    await wait();
    black_box(&block);
}

fn arms(arm: u8) => impl Future<Task, Return = ()> {
    match arm {
        0 => await kibibyte(),
        1 => await kibibyte(),
        2 => await kibibyte(),
        _ => await kibibyte(),
    }
}

fn keeping(
    number: u64,
    future: impl Future<Task, Return = ()> + Unpin,
) => impl Future<Task, Return = ()> {
    let kept = number;
    await future;
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
