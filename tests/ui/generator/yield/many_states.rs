//@ run-pass
//@ edition: 2024

// A body with hundreds of suspend points: each goes on where it left off.

#![feature(native_generators)]

macro_rules! repeat4 {
    ($($body:tt)*) => { $($body)* $($body)* $($body)* $($body)* };
}

fn long() => impl Iterator<Item = u32> {
    let mut n = 0;
    repeat4! { repeat4! { repeat4! { repeat4! {
        yield n;
        n += 1;
    } } } }
    assert_eq!(n, 256);
}

fn main() {
    assert!(long().eq(0..256));
}
