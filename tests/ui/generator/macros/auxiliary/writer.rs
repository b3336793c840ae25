//@ edition: 2021

//! Macros that write generators for other crates.

#[macro_export]
macro_rules! ranges {
    ($(fn $name:ident($($argument:ident: $ty:ty),*) => $range:expr;)*) => {$(
        fn $name($($argument: $ty),*) => impl $crate::Items<Item = $crate::first!($($ty),*)> {
            for item in $range {
                yield item
            }
        }
    )*};
}

#[macro_export]
macro_rules! first {
    ($first:ty $(, $rest:ty)*) => { $first };
}

#[macro_export]
macro_rules! count {
    ($i:ident, $n:expr, $body:expr) => {
        for $i in 0..$n {
            $body;
        }
    };
}

#[macro_export]
macro_rules! ask {
    ($question:expr) => {
        (yield $question)
    };
}

pub use std::iter::Iterator as Items;
