//@ edition: 2024

// The compiler beneath asks that of the frames of `async` functions that an impl hold for all
// lifetimes.

#![allow(dead_code, unused_must_use)]

use std::future::ready;
use std::ptr;

fn send<T: Send>(_: T) {}

// A projection of an impl for one lifetime.
trait Tr {
    type A;
}

impl Tr for &'static str {
    type A = u32;
}

struct Holder<T: Tr>(T::A);

async fn of_static() {
    let held: Holder<&'static str> = Holder(1);
    ready(()).await;
    drop(held)
}

struct Within<'a, 'b: 'a>(&'a &'b str);

trait Deep {
    type A;
}

impl<'a, 'b: 'a> Deep for Within<'a, 'b> {
    type A = &'a str;
}

struct HoldDeep<T: Deep>(T::A);

async fn deep<'a, 'b: 'a>(a: &'a &'b str) {
    let held: HoldDeep<Within<'a, 'b>> = HoldDeep(*a);
    ready(()).await;
    drop(held)
}

// An impl of `Send` that asks for something of its lifetimes.
struct Hand<T>(*const T);

unsafe impl<T: 'static> Send for Hand<T> {}

async fn hand() {
    let held: Hand<&'static str> = Hand(ptr::null());
    ready(()).await;
    drop(held)
}

struct Hand2<'a, 'b>(&'a &'b str, *const ());

unsafe impl<'a, 'b: 'a> Send for Hand2<'a, 'b> {}

async fn hand2<'a, 'b: 'a>(a: &'a &'b str) {
    let held: Hand2<'a, 'b> = Hand2(a, ptr::null());
    ready(()).await;
    drop(held)
}

fn main() {
    send(of_static()); //~ ERROR implementation of `Tr` is not general enough
    send(deep(&"")); //~ ERROR implementation of `Deep` is not general enough
    send(hand()); //~ ERROR higher-ranked lifetime error
    send(hand2(&"")); //~ ERROR implementation of `Send` is not general enough
}
