//@ edition: 2024

// What holds a frame back is what it captured, where a closure made it, and what the frames, boxes
// and adapters in it hold.

#![feature(native_generators)]

use std::cell::Cell;
use std::generator::{Future, Generator, IntoBox, Stream, ready};
use std::rc::Rc;

fn assert_send<T: Send>(_: T) {}
fn assert_sync<T: Sync>(_: T) {}

fn each(numbers: Vec<u32>) => impl Iterator<Item = u32> {
    for n in numbers {
        yield n;
    }
}

fn counted(n: u32) => impl Stream<Yield = u32, Return = ()> {
    let kept = Rc::new(n);
    yield *kept;
    yield *kept;
}

fn around(n: u32) => impl Future<Return = u32> {
    let mut inner = counted(n);
    let first = inner.step(&mut ()).yielded();
    await ready(());
    inner.step(&mut ()).yielded().or(first).unwrap()
}

fn boxed() => impl Stream<Yield = u32, Return = ()> {
    yield.. counted(1).into_box();
}

fn boxed_to_be_sent() => impl Stream<Yield = u32, Return = ()> {
    yield.. each(vec![]).into_box_send();
}

fn main() {
    assert_send(each(vec![]));
    assert_send(boxed_to_be_sent());
    assert_send(around(1)); //~ ERROR generator cannot be sent between threads safely
    assert_send(boxed()); //~ ERROR generator cannot be sent between threads safely
    assert_send(counted(1).iter()); //~ ERROR generator cannot be sent between threads safely
    assert_send(counted(1).map_yield(|n| n + 1)); //~ ERROR generator cannot be sent between threads
    assert_send(Some(counted(1))); //~ ERROR generator cannot be sent between threads safely
}

fn of_closures() {
    let captured = Rc::new(1);
    let by_value = move || => {
        yield *captured;
    };
    assert_send(by_value()); //~ ERROR generator cannot be sent between threads safely
    let argument = |n: Rc<u32>| => {
        yield *n;
    };
    assert_send(argument(Rc::new(1))); //~ ERROR generator cannot be sent between threads safely
    let own = |n: u32| => {
        let cell = Cell::new(n);
        yield cell.get();
        yield cell.get();
    };
    assert_send(own(1));
    assert_sync(own(1)); //~ ERROR generator cannot be shared between threads safely
}
