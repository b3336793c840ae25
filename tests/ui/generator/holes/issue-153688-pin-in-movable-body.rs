//@ edition: 2024

// What `pin!` has pinned stays in the frame until its scope ends, and moves with the frame. So a
// movable body suspends in that scope only if the pinned value may move.

#![feature(native_generators)]

use std::generator::{Arg, Future, Generator, Stream, ready};
use std::marker::PhantomPinned;
use std::pin::{Pin, pin};

struct Rooted(PhantomPinned);

impl Rooted {
    fn new() -> Self {
        Rooted(PhantomPinned)
    }

    fn root(self: Pin<&mut Self>) -> u32 {
        1
    }
}

impl Drop for Rooted {
    fn drop(&mut self) {}
}

fn moved_away() => impl Iterator<Item = u32> {
    let pinned = pin!(Rooted::new()); //~ ERROR [E0626]
    pinned.root();
    yield 1;
}

fn not_used_again() => impl Future<Return = ()> {
    let mut pinned = pin!(Rooted::new()); //~ ERROR [E0626]
    pinned.as_mut().root();
    await ready(());
}

fn of_a_local(value: Rooted) => impl Stream<Yield = u32, Return = ()> {
    let value = value;
    let pinned = pin!(value); //~ ERROR [E0626]
    yield pinned.root();
}

fn in_a_scrutinee() => impl Stream<Yield = u32, Return = ()> {
    match pin!(Rooted::new()).root() { //~ ERROR [E0626]
        n => {
            yield n;
        }
    }
}

fn in_an_operand() => impl Stream<Arg<u32>, Yield = u32, Return = u32> {
    pin!(Rooted::new()).root() + yield 1 //~ ERROR [E0626]
}

fn in_a_block() => impl Stream<Yield = u32, Return = ()> {
    let pinned = {
        yield 1;
        pin!(Rooted::new()) //~ ERROR [E0626]
    };
    pinned.root();
    yield 2;
}

fn in_a_loop() => impl Stream<Yield = u32, Return = ()> {
    loop {
        let pinned = pin!(Rooted::new()); //~ ERROR [E0626]
        pinned.root();
        await for _ in 0..3 {
            yield 1;
        }
    }
}

fn generic<T>(value: T, take: fn(Pin<&mut T>)) => impl Stream<Yield = u32, Return = ()> {
    let pinned = pin!(value); //~ ERROR [E0626]
    take(pinned);
    yield 1;
}

fn in_a_closure() {
    let _ = || => {
        let pinned = pin!(Rooted::new()); //~ ERROR [E0626]
        pinned.root();
        yield.. 0..3;
    };
}

/// Where it is used again, it is refused as any loan is.
fn used_again() => impl Stream<Yield = u32, Return = ()> {
    let mut pinned = pin!(Rooted::new()); //~ ERROR [E0626]
    yield pinned.as_mut().root();
    yield pinned.root();
}

fn frame() => static impl Stream<Yield = u32, Return = ()> {
    yield 1;
}

fn frame_by_hand() => impl Iterator<Item = u32> {
    let mut inner = pin!(frame()); //~ ERROR [E0626]
    while let Some(n) = inner.as_mut().resume(&mut ()).yielded() {
        yield n;
    }
}

// What follows is accepted: the scope ends before, or the value is pinned on the heap.

fn ended_before() => impl Iterator<Item = u32> {
    let n = {
        let pinned = pin!(Rooted::new());
        pinned.root()
    };
    yield n;
    pin!(Rooted::new()).root();
    yield 2;
    let n = pin!(Rooted::new()).root();
    yield n;
}

fn boxed() => impl Iterator<Item = u32> {
    let mut pinned = Box::pin(Rooted::new());
    yield pinned.as_mut().root();
    yield pinned.as_mut().root();
}

/// What has no destructor is gone with its last use, wherever it lies then.
fn without_destructor() => impl Iterator<Item = u32> {
    let pinned = pin!((1, PhantomPinned));
    let n = pinned.0;
    yield n;
}

fn pinned_outside(mut pinned: Pin<&mut Rooted>) => impl Iterator<Item = u32> {
    yield pinned.as_mut().root();
    yield pinned.root();
}

fn main() {}
