//@ edition: 2024

// A bound that a frame does not meet names what holds it back, and the suspend point that it is
// kept across: by each form of suspend point, for each kind of variable.

#![feature(native_generators)]

use std::cell::Cell;
use std::generator::{Arg, Future, Stream, ready};
use std::marker::PhantomData;
use std::rc::Rc;
use std::sync::Mutex;

fn assert_send<T: Send>(_: T) {}
fn assert_sync<T: Sync>(_: T) {}

struct Here(PhantomData<*const ()>);

fn here() -> Here {
    Here(PhantomData)
}

fn yielding() => impl Stream<Arg<u32>, Yield = u32, Return = ()> {
    let kept = here();
    yield 1;
    drop(kept);
}

fn awaiting() => impl Future<Return = ()> {
    let kept = here();
    await ready(());
    drop(kept);
}

fn awaiting_behind() => impl Future<Return = ()> {
    let kept = here();
    ready(()).await;
    drop(kept);
}

fn awaiting_each() => impl Future<Return = ()> {
    let kept = here();
    await for n in 0..3 {
        drop(n);
    }
    drop(kept);
}

fn delegating() => impl Stream<Yield = u32, Return = ()> {
    let kept = here();
    yield.. 0..3;
    drop(kept);
}

fn second_suspend_point() => impl Stream<Yield = u32, Return = ()> {
    yield 1;
    let kept = here();
    yield 2;
    drop(kept);
    yield 3;
}

fn to_the_end_of_scope() => impl Stream<Yield = u32, Return = ()> {
    let _kept = Rc::new(1);
    yield 1;
}

fn temporary() => impl Stream<Arg<usize>, Yield = u32, Return = ()> {
    drop((here(), yield 1));
}

fn scrutinee(lock: &Mutex<u32>) => impl Stream<Yield = u32, Return = ()> {
    match lock.lock().unwrap().checked_add(1) {
        Some(n) => {
            yield n;
        }
        None => {}
    }
}

fn pattern(pair: (u32, fn() -> Here)) => impl Stream<Yield = u32, Return = ()> {
    let (n, kept) = (pair.0, pair.1());
    yield n;
    drop(kept);
}

fn argument(kept: Rc<u32>) => impl Stream<Yield = u32, Return = ()> {
    yield *kept;
}

fn in_a_loop(all: Vec<u32>) => impl Stream<Yield = u32, Return = ()> {
    for n in all.into_iter().map(Rc::new) {
        yield *n;
    }
}

fn what_is_awaited() => impl Future<Return = ()> {
    await awaiting();
}

fn what_is_yielded() => impl Stream<Yield = Rc<u32>, Return = ()> {
    let kept = Rc::new(1);
    yield kept.clone();
    yield kept;
}

fn pinned() => static impl Future<Return = ()> {
    let cell = Cell::new(1);
    let lent = &cell;
    await ready(());
    lent.set(2);
}

fn iterator() => impl Iterator<Item = u32> {
    let kept = here();
    yield 1;
    drop(kept);
}

fn future() => impl core::future::Future<Output = ()> {
    let kept = here();
    await std::future::ready(());
    drop(kept);
}

fn main() {
    assert_send(yielding()); //~ ERROR generator cannot be sent between threads safely
    assert_send(awaiting()); //~ ERROR generator cannot be sent between threads safely
    assert_send(awaiting_behind()); //~ ERROR generator cannot be sent between threads safely
    assert_send(awaiting_each()); //~ ERROR generator cannot be sent between threads safely
    assert_send(delegating()); //~ ERROR generator cannot be sent between threads safely
    assert_send(second_suspend_point()); //~ ERROR generator cannot be sent between threads safely
    assert_send(to_the_end_of_scope()); //~ ERROR generator cannot be sent between threads safely
    assert_send(temporary()); //~ ERROR generator cannot be sent between threads safely
    assert_send(scrutinee(&Mutex::new(1))); //~ ERROR generator cannot be sent between threads
    assert_send(pattern((1, here))); //~ ERROR generator cannot be sent between threads safely
    assert_send(argument(Rc::new(1))); //~ ERROR generator cannot be sent between threads safely
    assert_send(in_a_loop(vec![])); //~ ERROR generator cannot be sent between threads safely
    assert_send(what_is_awaited()); //~ ERROR generator cannot be sent between threads safely
    assert_send(what_is_yielded()); //~ ERROR generator cannot be sent between threads safely
    assert_send(iterator()); //~ ERROR generator cannot be sent between threads safely
    assert_send(future()); //~ ERROR generator cannot be sent between threads safely
    assert_send(pinned()); //~ ERROR generator cannot be sent between threads safely

    assert_sync(yielding()); //~ ERROR generator cannot be shared between threads safely
    assert_sync(argument(Rc::new(1))); //~ ERROR generator cannot be shared between threads safely
    assert_sync(pinned()); //~ ERROR generator cannot be shared between threads safely
}
