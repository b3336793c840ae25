//@ edition: 2024
//@ compile-flags: -Zprint-frames -Zinline-awaited=yes --crate-type lib
//@ build-pass
//@ only-64bit

// Where what is awaited became part of the body, it is told what of the frame is whose.

use std::future::ready;

async fn inner(numbers: [u64; 3]) -> u64 {
    let first = numbers[0];
    ready(()).await;
    first + numbers[1]
}

pub async fn outer(start: u64) -> u64 {
    let first = inner([start; 3]).await;
    let second = inner([first; 3]).await;
    start + second
}
