//@ run-pass
//@ revisions: e2018 e2021 e2024
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// Macros that produce `await` in all its forms, and take it apart again.

#![feature(native_generators)]

use std::generator::{self, Future, Generator, ready};

macro_rules! prefix {
    ($e:expr) => {
        await $e
    };
}

macro_rules! postfix {
    ($($e:tt)*) => {
        $($e)*.await
    };
}

macro_rules! all {
    ($($name:ident = $e:expr;)*) => {
        $(let $name = await $e;)*
    };
}

macro_rules! each {
    ($p:pat in $s:expr => $body:block) => {
        await for $p in $s $body
    };
}

macro_rules! hand_on {
    ($($e:expr),*) => {
        $(yield.. $e;)*
    };
}

macro_rules! body {
    ($name:ident: $type:ty => $body:expr) => {
        fn $name() => impl Future<(), Return = $type> {
            $body
        }
    };
}

macro_rules! question {
    ($e:expr) => {
        await $e?
    };
}

body! { seven: u32 => 7 }
body! { fourteen: u32 => prefix!(seven()) * 2 }

fn sums() => impl Future<(), Return = Option<u32>> {
    all! {
        a = seven();
        b = fourteen();
    }
    let c = postfix!(ready(1)) + prefix!(ready(2));
    let mut sum = a + b + c;
    each!(n in [10, 20] => { sum += n; });
    Some(sum + question!(ready(Some(100))))
}

fn streams() => impl Iterator<Item = u32> {
    hand_on!([1, 2], Some(3), 4..6);
}

fn main() {
    assert_eq!(generator::run(sums()), Some(154));
    assert_eq!(Generator::<()>::iter(streams()).collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
}
