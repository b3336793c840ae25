//@ edition: 2024

// A destructor at the end of the scope is a use; where there is none, a value with a loan in it
// that nothing looks at again may stay.

#![feature(native_generators)]

use std::cell::RefCell;
use std::generator::{Future, ready};
use std::mem::ManuallyDrop;

struct Guard<'a>(&'a str);

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        assert!(self.0.len() < 100);
    }
}

fn guard(text: String) => impl Iterator<Item = usize> {
    let _guard = Guard(&text); //~ ERROR [E0626]
    yield 1;
}

fn awaiting(text: String) => impl Future<Return = ()> {
    let _guard = Guard(&text); //~ ERROR [E0626]
    await ready(());
}

fn in_a_vector(text: String) => impl Iterator<Item = usize> {
    let guards = vec![Guard(&text)]; //~ ERROR [E0626]
    yield guards.len();
}

fn in_a_tuple(text: String) => impl Iterator<Item = usize> {
    let _all = (1, Some(Guard(&text))); //~ ERROR [E0626]
    yield 1;
}

fn erased(text: String) => impl Iterator<Item = usize> {
    let _shown: Box<dyn std::fmt::Display + '_> = Box::new(&text); //~ ERROR [E0626]
    yield 1;
}

fn captured_by_an_opaque_type(text: String) => impl Iterator<Item = usize> {
    let _letters = letters(&text); //~ ERROR [E0626]
    yield 1;
}

fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars()
}

fn frame(text: String) => impl Iterator<Item = usize> {
    let _inner = lengths(&text); //~ ERROR [E0626]
    yield 1;
}

fn lengths(text: &str) => impl Iterator<Item = usize> {
    yield text.len();
}

fn closure(text: String) => impl Iterator<Item = usize> {
    let guard = Guard(&text); //~ ERROR [E0626]
    let _later = move || guard.0.len();
    yield 1;
}

fn generic<T: From<&'static str>>(text: String) => impl Iterator<Item = usize> {
    let _made = (T::from(""), Guard(&text)); //~ ERROR [E0626]
    yield 1;
}

fn of_a_scrutinee(cell: RefCell<Vec<u32>>) => impl Iterator<Item = usize> {
    match cell.borrow().len() { //~ ERROR [E0626]
        length => yield length,
    }
}

fn dropped_on_one_way(text: String, early: bool) => impl Iterator<Item = usize> {
    let guard = Guard(&text); //~ ERROR [E0626]
    if early {
        drop(guard);
    }
    yield 1;
}

// What follows is accepted.

fn no_destructor(text: String) => impl Iterator<Item = usize> {
    let _all = (&text, [&text; 2], Some(text.as_str()), text.chars());
    yield 1;
}

/// That of a vector drops its elements only, and these have none.
fn nothing_in_the_elements(text: String) => impl Iterator<Item = usize> {
    let _letters = vec![text.as_str()];
    let _boxed = Box::new(&text);
    yield 1;
}

fn never_dropped(text: String) => impl Iterator<Item = usize> {
    let _guard = ManuallyDrop::new(Guard(&text));
    yield 1;
}

fn moved_on_every_way(text: String, early: bool) => impl Iterator<Item = usize> {
    let guard = Guard(&text);
    if early {
        drop(guard);
    } else {
        std::mem::forget(guard);
    }
    yield 1;
}

fn initialised_later(text: String) => impl Iterator<Item = usize> {
    let _guard;
    yield 1;
    _guard = Guard(&text);
}

fn ignored(text: String) => impl Iterator<Item = usize> {
    let _ = Guard(&text);
    yield 1;
}

fn main() {}
