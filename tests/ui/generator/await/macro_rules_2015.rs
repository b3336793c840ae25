//@ run-pass
//@ edition: 2015

// In edition 2015 too, macros in a generator body produce `await` and pass it on.

#![feature(native_generators)]

use std::generator::{self, Future, ready};

fn later(n: u32) => impl Future<(), Return = u32> {
    n
}

macro_rules! prefix {
    ($n:expr) => {
        await later($n)
    };
}

macro_rules! postfix {
    ($n:expr) => {
        later($n).await
    };
}

macro_rules! each {
    ($s:expr => $n:ident $body:block) => {
        await for $n in $s $body
    };
}

macro_rules! nested {
    ($e:expr) => {{
        let before = 1;
        before + $e
    }};
}

macro_rules! tail {
    ($e:expr) => {{
        let _nothing = ();
        $e
    }};
}

fn uses() => impl Future<(), Return = u32> {
    let mut sum = prefix!(1) + postfix!(10) + nested!(await later(100)) + tail!(await later(1000));
    each!(0..3 => n { sum += prefix!(n); });
    assert_eq!(await later(1), 1);
    assert!(ready(true).await);
    let all = vec![await later(5), later(6).await];
    sum + all[0] + nested!(nested!(later(7).await))
}

fn main() {
    assert_eq!(generator::run(uses()), 1 + 10 + 101 + 1000 + 3 + 5 + 9);
}
