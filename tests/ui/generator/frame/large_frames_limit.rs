//@ edition: 2024
//@ check-pass
//@ only-64bit

// The lint `large_frames` is for those who ask for it, and its limit is 16 KiB unless the crate says
// otherwise. What is not generic is looked at although nothing is compiled.

use std::future::ready;

#[warn(large_frames)]
pub async fn held() -> u8 { //~ WARN the frame of this `async` function has 16385 bytes
    let numbers = [1; 16383];
    ready(()).await;
    numbers[0]
}

#[warn(large_frames)]
pub async fn within_the_limit() -> u8 {
    let numbers = [1; 16382];
    ready(()).await;
    numbers[0]
}

pub async fn nobody_asks() -> u8 {
    let numbers = [1; 20000];
    ready(()).await;
    numbers[0]
}

fn main() {}
