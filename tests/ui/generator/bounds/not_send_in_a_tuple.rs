//@ edition: 2024

// What holds a frame back is named where it lies in a tuple, and where its type is that of a
// parameter.

#![feature(native_generators)]

use std::generator::Stream;
use std::rc::Rc;

fn assert_send<T: Send>(_: T) {}

fn local() => impl Stream<Yield = u32, Return = ()> {
    let pair = (1, Rc::new(1));
    yield pair.0;
    drop(pair)
}

fn argument(pair: (u32, Rc<u32>)) => impl Stream<Yield = u32, Return = ()> {
    yield pair.0;
}

fn generic<T: Clone>(make: fn() -> T) => impl Stream<Yield = T, Return = ()> {
    let kept = make();
    yield kept.clone();
    yield kept;
}

fn main() {
    assert_send(local()); //~ ERROR generator cannot be sent between threads safely
    assert_send(argument((1, Rc::new(1)))); //~ ERROR generator cannot be sent between threads
    assert_send(generic::<Rc<u32>>(Default::default));
    //~^ ERROR generator cannot be sent between threads safely
}

fn of_a_parameter<T: Clone>(make: fn() -> T) {
    assert_send(generic(make)); //~ ERROR generator cannot be sent between threads safely
}
