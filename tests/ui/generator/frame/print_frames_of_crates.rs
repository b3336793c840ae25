//@ edition: 2024
//@ aux-build: accounted.rs
//@ aux-build: unaccounted.rs
//@ compile-flags: -Zprint-frames --crate-type lib
//@ build-pass
//@ only-64bit

// What a body of another crate holds and why is known if that was compiled with the same option.

extern crate accounted;
extern crate unaccounted;

pub async fn both() -> u64 {
    accounted::told::<u32>().await;
    unaccounted::untold::<u64>().await
}
