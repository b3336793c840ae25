//@ edition: 2024
//@ build-fail
//@ compile-flags: --crate-type lib
//@ only-64bit

// The lint `large_frames` looks at the frame of a generic body once for each instantiation, and has the level
// of the body.

#![feature(large_frames, native_generators)]
#![frame_size_limit = "1000"]
#![allow(large_frames)]

use std::future::ready;

#[deny(large_frames)]
pub async fn held<T: Copy>(value: T) -> T {
    //~^ ERROR the frame of this `async` function has 4002 bytes
    //~| ERROR the frame of this `async` function has 3002 bytes
    ready(()).await;
    value
}

#[warn(large_frames)]
pub fn twice<T: Copy, const N: usize>(value: [T; N]) => impl Iterator<Item = T> {
    //~^ WARN the frame of this generator has 5001 bytes
    yield value[0];
    yield value[1];
}

pub async fn nobody_asks<T: Copy>(value: T) -> T {
    ready(()).await;
    value
}

pub async fn instantiated() {
    held([1u8; 4000]).await;
    held([1u8; 40]).await;
    held([1u8; 3000]).await;
    held([1u8; 3000]).await;
    nobody_asks([1u8; 3000]).await;
    twice([1u8; 5000]).for_each(drop);
}
