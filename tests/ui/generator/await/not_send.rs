//@ edition: 2024

// A frame that cannot be sent: the error names the form at which it holds what cannot.

#![feature(native_generators)]

use std::cell::Cell;
use std::generator::{Future, IntoBox, Stream};
use std::rc::Rc;
use std::sync::Mutex;

fn number() => impl Future<Return = u32> {
    1
}

fn prefix() => impl Future<Return = u32> {
    let shared = Rc::new(1);
    let n = await number();
    n + *shared
}

fn postfix() => impl Future<Return = u32> {
    *Rc::new(1) + number().await
}

fn each() => impl Future<Return = u32> {
    let shared = Rc::new(1);
    await for _ in 0..3 {}
    *shared
}

fn item() => impl Future<Return = ()> {
    await for _item in vec![Rc::new(1)] {
        await number();
    }
}

fn delegate() => impl Stream<Yield = u32, Return = u32> {
    let shared = Rc::new(1);
    yield.. 0..3;
    *shared
}

fn guard(mutex: &Mutex<u32>) => impl Future<Return = u32> {
    let guard = mutex.lock().unwrap();
    await number();
    *guard
}

fn awaited() => impl Future<Return = u32> {
    await prefix()
}

fn boxed() => impl Future<Return = u32> {
    await number().into_box()
}

fn argument(cell: &Cell<u32>) => impl Future<Return = u32> {
    await number() + cell.get()
}

fn sent<T: Send>(_: T) {}

fn main() {
    sent(prefix()); //~ ERROR generator cannot be sent between threads safely
    sent(postfix()); //~ ERROR generator cannot be sent between threads safely
    sent(each()); //~ ERROR generator cannot be sent between threads safely
    sent(item()); //~ ERROR generator cannot be sent between threads safely
    sent(delegate()); //~ ERROR generator cannot be sent between threads safely
    sent(guard(&Mutex::new(1))); //~ ERROR generator cannot be sent between threads safely
    sent(awaited()); //~ ERROR generator cannot be sent between threads safely
    sent(boxed()); //~ ERROR generator cannot be sent between threads safely
    sent(argument(&Cell::new(1))); //~ ERROR generator cannot be sent between threads safely
}
