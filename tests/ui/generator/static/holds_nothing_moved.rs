//@ run-pass
//@ edition: 2024

// A frame that does not move holds nothing either of what was moved away: it is as large as it must
// be, and `Send` if the rest is. What was moved away and is written to again is there again.

#![feature(native_generators)]

use std::generator::{Generator, Stream};
use std::pin::pin;
use std::rc::Rc;

fn assert_send<T: Send>(value: T) -> T {
    value
}

fn moved_away(large: [u8; 1000]) => static impl Stream<Yield = usize, Return = ()> {
    let rc = Rc::new(1);
    drop(rc);
    yield large.len();
    let boxed = Box::new(large);
    yield boxed.len();
}

/// The pointer is to the place, whatever lies there.
fn written_through_a_pointer() => static impl Stream<Yield = usize, Return = String> {
    let mut text = String::from("first");
    let place = &raw mut text;
    drop(text);
    yield 1;
    // Safe: the variable is still there.
    unsafe { place.write(String::from("second")) };
    yield 2;
    unsafe { place.read() }
}

fn main() {
    assert!(size_of_val(&assert_send(moved_away([0; 1000]))) < 2100);

    let mut frame = pin!(written_through_a_pointer());
    assert_eq!(frame.as_mut().resume(&mut ()).yielded(), Some(1));
    assert_eq!(frame.as_mut().resume(&mut ()).yielded(), Some(2));
    assert_eq!(frame.as_mut().resume(&mut ()).complete(), Some(String::from("second")));
}
