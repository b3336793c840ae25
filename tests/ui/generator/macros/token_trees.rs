//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// Token trees carry everything: functions are put together from pieces, faces and arrows included.

#![feature(native_generators)]

use std::generator::*;

macro_rules! function {
    ($($tokens:tt)*) => { $($tokens)* };
}

macro_rules! face {
    ($name:ident($($argument:tt)*) => $($face:tt)*) => {
        function! { fn $name($($argument)*) => impl $($face)* { yield 1; } }
    };
}

macro_rules! yields {
    () => {};
    ($first:tt $($rest:tt)*) => {
        yield $first;
        yields!($($rest)*);
    };
}

macro_rules! closure {
    ($($argument:ident),* ; $($body:tt)*) => { |$($argument: u32),*| => { $($body)* } };
}

function! {
    fn plain(n: u32) => impl Iterator<Item = u32> { yield n }
}

face! { iterator(_n: u32) => Iterator<Item = u32> }
face! { generator() => Generator<(), Yield = u64, Return = ()> }

fn listed() => impl Iterator<Item = u32> {
    yields!(1 2 (1 + 2) { 2 * 2 });
}

fn main() {
    assert_eq!(plain(3).chain(iterator(0)).chain(listed()).collect::<Vec<_>>(), [3, 1, 1, 2, 3, 4]);
    assert_eq!(generator().step(&mut ()), State::Yielded(1u64));

    let sum = closure!(a, b; yield a + b; yield a * b;);
    assert_eq!(sum(2, 3).into_iter().collect::<Vec<_>>(), [5, 6]);
    assert_eq!(closure!(; yield 7;)().into_iter().next(), Some(7));
}
