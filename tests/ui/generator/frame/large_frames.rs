//@ edition: 2024
//@ compile-flags: --crate-type lib
//@ only-64bit

// The lint `large_frames` names the largest values and the suspend points that they live across. Its level
// is that of the function, and its limit that of the crate.

#![feature(large_frames, native_generators)]
#![frame_size_limit = "1000"]
#![deny(large_frames, unfulfilled_lint_expectations)]

use std::future::ready;

pub async fn held() -> u8 { //~ ERROR the frame of this `async` function has 3002 bytes
    let first = [1; 2000];
    let second = [2; 1000];
    ready(()).await;
    ready(()).await;
    first[0] + second[0]
}

pub async fn small() -> u8 {
    let first = [1; 500];
    ready(()).await;
    first[0]
}

pub struct Guard(pub [u8; 3000]);

impl Drop for Guard {
    fn drop(&mut self) {}
}

pub async fn only_dropped() { //~ ERROR the frame of this `async` function has 3002 bytes
    let _guard = Guard([1; 3000]);
    ready(()).await;
}

pub fn generator(n: u8) => impl Iterator<Item = u8> { //~ ERROR the frame of this generator has 2024 bytes
    let numbers = [n; 2000];
    for i in 0..numbers.len() {
        yield numbers[i];
    }
}

pub fn closures() -> (impl Future<Output = u8>, impl Iterator<Item = u8>) {
    let block = async { //~ ERROR the frame of this `async` block has 2002 bytes
        let numbers = [1; 2000];
        ready(()).await;
        numbers[0]
    };
    let closure = || => { //~ ERROR the frame of this generator has 2001 bytes
        let numbers = [1; 2000];
        yield 1;
        yield numbers[0];
    };
    (block, closure().into_iter())
}

#[expect(large_frames)]
pub async fn expected() -> u8 {
    let numbers = [1; 2000];
    ready(()).await;
    numbers[0]
}

#[expect(large_frames)] //~ ERROR this lint expectation is unfulfilled
pub async fn not_expected() {
    ready(()).await;
}
