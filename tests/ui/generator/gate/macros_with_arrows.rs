//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// With the gate on, macros that match `=>`, closures and functions of their own read as before.

#![feature(native_generators)]
#![allow(unused_macro_rules)]

macro_rules! map {
    ($($key:expr => $value:expr),* $(,)?) => { vec![$(($key, $value)),*] };
}

macro_rules! lambda {
    (|$arg:ident| => $body:expr) => { |$arg| $body };
    ($closure:expr) => { $closure };
}

macro_rules! function {
    (fn $name:ident() => $value:literal) => {
        fn $name() -> u32 {
            $value
        }
    };
}

macro_rules! arms {
    ($value:expr; $($pat:pat $(if $guard:expr)? => $result:expr,)*) => {
        match $value {
            $($pat $(if $guard)? => $result,)*
        }
    };
}

macro_rules! first_token {
    (|| $($rest:tt)*) => { "bars" };
    (| $($rest:tt)*) => { "bar" };
    (fn $($rest:tt)*) => { "fn" };
    (=> $($rest:tt)*) => { "arrow" };
}

function! { fn seven() => 7 }

fn main() {
    assert_eq!(map! { 1 => "a", 1 + 1 => "b" }, [(1, "a"), (2, "b")]);
    assert_eq!(lambda!(|n| => n + 1)(1), 2);
    assert_eq!(lambda!(|n| n + 2)(1), 3);
    assert_eq!(seven(), 7);
    assert_eq!(arms! { 3; 0..=2 => 'a', n if n > 2 => 'b', _ => 'c', }, 'b');
    assert_eq!(first_token!(|| => {}), "bars");
    assert_eq!(first_token!(|n| => {}), "bar");
    assert_eq!(first_token!(fn f() => {}), "fn");
    assert_eq!(first_token!(=>), "arrow");
}
