//@ edition: 2024

// Not mended: that two lifetimes in a type that a frame keeps are one, or that one is `'static`, is
// forgotten when the frame is asked whether it is `Send`, as it is beneath.

#![feature(native_generators)]
#![allow(unused_must_use)]

use std::generator::{Future, ready};
use std::ptr;

fn send<T: Send>(_: T) {}

struct Pair<'a, 'b>(&'a str, &'b str);

trait Same {
    type A;
}

impl<'a> Same for Pair<'a, 'a> {
    type A = &'a str;
}

struct HoldSame<T: Same>(T::A);

fn same(a: &str) => impl Future<Return = ()> {
    let held: HoldSame<Pair<'_, '_>> = HoldSame(a);
    await ready(());
    drop(held)
}

struct Hand<T>(*const T);

unsafe impl<T: 'static> Send for Hand<T> {}

fn hand() => impl Future<Return = ()> {
    let held: Hand<&'static str> = Hand(ptr::null());
    await ready(());
    drop(held)
}

fn main() {
    send(same("")); //~ ERROR implementation of `Same` is not general enough
    //~^ ERROR implementation of `Same` is not general enough
    send(hand()); //~ ERROR higher-ranked lifetime error
}
