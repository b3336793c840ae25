//@ check-pass
//@ edition: 2024

// Where an impl asks something of the lifetimes in a type that a frame keeps, the frame is `Send`
// if the impl holds for the lifetimes that these are, and need not hold for all.

#![feature(native_generators)]
#![allow(dead_code, unused_must_use)]

use std::generator::{Future, ready};
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

fn of_static() => impl Future<Return = ()> {
    let held: Holder<&'static str> = Holder(1);
    await ready(());
    drop(held)
}

// Of an impl for two lifetimes of which one outlives the other.
struct Within<'a, 'b: 'a>(&'a &'b str);

trait Deep {
    type A;
}

impl<'a, 'b: 'a> Deep for Within<'a, 'b> {
    type A = &'a str;
}

struct HoldDeep<T: Deep>(T::A);

fn deep<'a, 'b: 'a>(a: &'a &'b str) => impl Future<Return = ()> {
    let held: HoldDeep<Within<'a, 'b>> = HoldDeep(*a);
    await ready(());
    drop(held)
}

// The ordinary cases: an adapter that holds an item, a closure of which one lifetime is known.
fn peeked(names: &[String]) => impl Future<Return = usize> {
    let f = |s| length(s);
    let mut lengths = names.iter().map(f).peekable();
    await ready(());
    lengths.count()
}

fn length(s: &String) -> usize {
    s.len()
}

fn flat(names: &[Vec<String>]) => impl Future<Return = usize> {
    let mut all = names.iter().flat_map(|s| s.iter().map(|s| s.as_str())).peekable();
    await ready(());
    all.count()
}

fn delegated(names: &[String]) => impl Iterator<Item = usize> {
    yield.. names.iter().map(|s| s.len()).peekable();
}

fn pinned(names: Vec<String>) => static impl Future<Return = usize> {
    let mut all = names.iter().map(|s| s.len()).peekable();
    await ready(());
    all.count()
}

// An impl of `Send` that asks for something of its lifetimes.
struct Hand2<'a, 'b>(&'a &'b str, *const ());

unsafe impl<'a, 'b: 'a> Send for Hand2<'a, 'b> {}

fn hand2<'a, 'b: 'a>(a: &'a &'b str) => impl Future<Return = ()> {
    let held: Hand2<'a, 'b> = Hand2(a, ptr::null());
    await ready(());
    drop(held)
}

fn main() {
    send(of_static());
    send(deep(&""));
    send(peeked(&[]));
    send(flat(&[]));
    send(delegated(&[]));
    send(pinned(vec![]));
    send(hand2(&""));
}
