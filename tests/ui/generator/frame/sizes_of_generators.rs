//@ run-pass
//@ edition: 2024

// The programs of sizes_of_async.rs as native generators, whose frames may move or not.

#![feature(native_generators)]

use std::generator::{self, Executor, Future, State};
use std::hint::black_box;
use std::mem::size_of_val;

struct Owned<const N: usize>([u8; N]);

impl<const N: usize> Drop for Owned<N> {
    fn drop(&mut self) {
        black_box(&self.0);
    }
}

fn owned<const N: usize>() -> Owned<N> {
    Owned([1; N])
}

struct Turns;

impl Executor for Turns {
    type Blocked = ();
    type Resume = ();

    fn take_resume(&mut self) {}
}

fn wait() => impl Future<Turns, Return = ()> {
    await generator::from_fn(|_: &mut Turns| State::Blocked(()))
}

fn at_most(name: &str, size: usize, most: usize) {
    assert!(size <= most, "{name}: {size} bytes");
}

macro_rules! nested {
    ($function:ident($($first:expr)?; $inner:expr)) => { $inner };
    ($function:ident($($first:expr)?; $inner:expr) $one:tt $($more:tt)*) => {
        nested!($function($($first)?; $function($($first,)? $inner)) $($more)*)
    };
}

macro_rules! programs {
    ($name:ident, [$($form:tt)*], [$($movable:tt)*]) => {
        mod $name {
            use super::*;

            fn argument(a: Owned<8192>) => $($form)* Future<Turns, Return = ()> {
                await wait();
                drop(a)
            }

            fn use_future<F: Future<Turns> $($movable)*>(
                future: F,
            ) => $($form)* Future<Turns, Return = ()> {
                await future;
            }

            fn leaf(a: Owned<8192>) => $($form)* Future<Turns, Return = ()> {
                black_box(a);
            }

            fn combining<F: Future<Turns> $($movable)*>(
                future: F,
            ) => $($form)* Future<Turns, Return = ()> {
                await (|| => {})();
                await future;
            }

            fn owning(block: Owned<65536>) => $($form)* Future<Turns, Return = ()> {
                await wait();
                drop(block);
            }

            fn one_after_another() => $($form)* Future<Turns, Return = ()> {
                let a = owned::<512>();
                await wait();
                drop(a);
                let b = owned::<1024>();
                await wait();
                drop(b);
                let c = owned::<2048>();
                await wait();
                drop(c);
            }

            fn a_kib() => $($form)* Future<Turns, Return = ()> {
                let a = owned::<1020>();
                await wait();
                drop(a);
            }

            fn four_arms(n: u8) => $($form)* Future<Turns, Return = ()> {
                match n {
                    0 => await a_kib(),
                    1 => await a_kib(),
                    2 => await a_kib(),
                    _ => await a_kib(),
                }
            }

            fn holding<F: Future<Turns> $($movable)*>(
                n: u64,
                future: F,
            ) => $($form)* Future<Turns, Return = ()> {
                let x = n;
                await future;
                black_box(x);
            }

            fn small(a: u32) => $($form)* Future<Turns, Return = ()> {
                await wait();
                black_box(a);
            }

            pub fn check() {
                at_most("argument", size_of_val(&argument(owned())), 8200);
                let ten = nested!(use_future(; leaf(owned())) 1 2 3 4 5 6 7 8 9 10);
                at_most("use_future", size_of_val(&ten), 8240);
                let four = nested!(combining(; owning(owned())) 1 2 3 4);
                at_most("combining", size_of_val(&four), 65600);
                at_most("one_after_another", size_of_val(&one_after_another()), 2060);
                at_most("four_arms", size_of_val(&four_arms(0)), 1032);
                let sixteen = nested!(holding(7; small(7)) 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16);
                at_most("holding", size_of_val(&sixteen), 200);
            }
        }
    };
}

programs! { movable, [impl], [+ Unpin] }
programs! { immovable, [static impl], [] }

fn main() {
    movable::check();
    immovable::check();
}
