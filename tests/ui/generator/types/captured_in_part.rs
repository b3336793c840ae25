//@ edition: 2018

// A generator closure cannot be cloned while it holds a part of what it captured and will use it.

#![feature(native_generators)]

use std::mem::ManuallyDrop;

fn assert_clone<T: Clone>(_: &T) {}

fn rest_used_later() {
    let pair = (String::new(), ManuallyDrop::new(Box::new(1)));
    let closure = move || => {
        drop(pair.0);
        yield;
        drop(ManuallyDrop::into_inner(pair.1));
    };
    assert_clone(&closure()); //~ ERROR the trait bound
}

fn used_on_some_way() {
    let pair = (String::new(), 7);
    let closure = move |whole: bool| => {
        if whole {
            drop(pair);
            return;
        }
        drop(pair.0);
        yield;
        println!("{}", pair.1);
    };
    assert_clone(&closure(true)); //~ ERROR the trait bound
}

fn rest_not_used() {
    let pair = (String::new(), 7);
    let closure = move || => {
        println!("{}", pair.1);
        drop(pair.0);
        yield;
    };
    assert_clone(&closure());
}

fn option_taken_apart() {
    let option = Some(String::new());
    let closure = move || => {
        if let Some(text) = option {
            yield 1;
            drop(text);
        }
        yield 2;
    };
    assert_clone(&closure());
}

fn main() {}
