//@ edition: 2024
//@ compile-flags: -Zprint-frames=json --crate-type lib
//@ build-pass
//@ only-64bit

// `-Zprint-frames=json` prints a line for each frame. The tests of `x.py frames` read what is expected here.

use std::future::ready;

pub struct Guard<T>(T);

impl<T> Drop for Guard<T> {
    fn drop(&mut self) {}
}

pub async fn read(buf: &mut [u8]) -> usize {
    ready(()).await;
    buf.len()
}

pub async fn fetch(url: &str) -> u8 {
    let mut buf = [0; 4096];
    let _guard = Guard(url);
    let length = read(&mut buf).await;
    ready(()).await;
    buf[length - 1]
}
