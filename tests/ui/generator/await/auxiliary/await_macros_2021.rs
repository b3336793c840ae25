//@ edition: 2021

// Macros that await what they are given, with the names of their own crate.

#![feature(native_generators)]

pub use std::generator::ready;

#[macro_export]
macro_rules! twice {
    ($e:expr) => {
        await $e + $e.await
    };
}

#[macro_export]
macro_rules! total {
    ($s:expr) => {{
        let mut total = 0;
        await for n in $s {
            total += n;
        }
        total + await $crate::ready(1)
    }};
}

#[macro_export]
macro_rules! hand_on {
    ($s:expr) => {
        yield.. $s
    };
}

#[macro_export]
macro_rules! executor {
    () => {
        ref executor
    };
}
