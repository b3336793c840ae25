//@ edition: 2024

// The check looks at the generic body: what a type parameter may stand for is assumed to be owned,
// and to have a destructor.

#![feature(native_generators)]

use std::borrow::Borrow;
use std::generator::{Executor, Future, Stream, ready};
use std::ops::Deref;

fn owned<T: AsRef<str>>(text: T) => impl Iterator<Item = char> {
    for letter in text.as_ref().chars() { //~ ERROR [E0626]
        yield letter;
    }
}

fn smart_pointer<P: Deref<Target = Vec<u32>>>(numbers: P) => impl Iterator<Item = u32> {
    for n in numbers.iter() { //~ ERROR [E0626]
        yield *n;
    }
}

fn array<T: Clone, const N: usize>(all: [T; N]) => impl Iterator<Item = T> {
    for value in &all { //~ ERROR [E0626]
        yield value.clone();
    }
}

fn for_any_executor<E: Executor>(text: String) => impl Future<E, Return = usize> {
    let lent = text.borrow() as &str; //~ ERROR [E0626]
    await ready(());
    lent.len()
}

trait Part {
    type Of<'a>
    where
        Self: 'a;

    fn part(&self) -> Self::Of<'_>;
}

/// The part may have a destructor.
fn associated<T: Part>(whole: T) => impl Iterator<Item = u32> {
    let _part = whole.part(); //~ ERROR [E0626]
    yield 1;
}

trait Walk {
    fn count(&self) -> usize;

    fn walk(self) => impl Iterator<Item = usize>
    where
        Self: Sized,
    {
        let lent = &self; //~ ERROR [E0626]
        yield 1;
        yield lent.count();
    }
}

// What follows is accepted.

fn lent<T: AsRef<str> + ?Sized>(text: &T) => impl Iterator<Item = char> {
    for letter in text.as_ref().chars() {
        yield letter;
    }
}

fn items<'a, T: 'a>(items: impl Iterator<Item = &'a T>) => impl Iterator<Item = &'a T> {
    for item in items {
        yield item;
    }
}

fn indexed<T: Clone, const N: usize>(all: [T; N]) => impl Iterator<Item = T> {
    for i in 0..N {
        yield all[i].clone();
    }
}

fn part_of<T: Part>(whole: &T) => impl Iterator<Item = u32> {
    let _part = whole.part();
    yield 1;
}

fn with_lifetimes<'a, 'b: 'a, T: ?Sized + 'b>(
    first: &'a mut &'b T,
    second: &'b T,
) => impl Stream<Yield = &'b T, Return = ()> {
    let slot = &mut *first;
    yield *slot;
    *slot = second;
    yield *slot;
}

fn main() {}
