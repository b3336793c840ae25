//@ edition: 2024

// A frame that holds what is not `Send` names the value and the suspend point that it lives across.

#![feature(native_generators)]

use std::rc::Rc;

fn held() => impl Iterator<Item = u32> {
    let shared = Rc::new(1);
    yield 1;
    yield *shared;
}

fn dropped_before() => impl Iterator<Item = u32> {
    let shared = Rc::new(1);
    let n = *shared;
    drop(shared);
    yield n;
}

fn looked_at_and_moved(shared: Rc<u32>) => impl Iterator<Item = u32> {
    println!("{shared}");
    drop(shared);
    yield 1;
}

fn items(all: Vec<Result<Rc<u32>, u32>>) => impl Iterator<Item = u32> {
    for item in all {
        // The vector is not `Send`.
        yield 1;
        drop(item);
    }
}

/// What is left of the scrutinee is not held.
fn unwrapped(make: fn() -> Option<Rc<u32>>) => impl Iterator<Item = u32> {
    while let Some(item) = make() {
        println!("{item}");
        drop(item);
        yield 1;
    }
    match make() {
        Some(item) if *item > 1 => {
            drop(item);
            yield 2;
        }
        _ => {}
    }
}

fn assert_send<T: Send>(_: T) {}
fn assert_sync<T: Sync>(_: T) {}

fn main() {
    assert_send(held()); //~ ERROR generator cannot be sent between threads safely
    assert_send(dropped_before());
    assert_send(items(vec![])); //~ ERROR generator cannot be sent between threads safely
    assert_send(unwrapped(|| None));
    assert_sync(looked_at_and_moved(Rc::new(1)));
    //~^ ERROR generator cannot be shared between threads safely
}
