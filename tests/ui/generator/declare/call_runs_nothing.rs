//@ run-pass
//@ edition: 2024

// A call moves the arguments into the frame and runs none of the body.

#![feature(native_generators)]

use std::cell::Cell;

fn steps(ran: &Cell<u32>) => impl Iterator<Item = u32> {
    ran.set(1);
    yield 10;
    ran.set(2);
    yield 20;
    ran.set(3);
}

fn main() {
    let ran = Cell::new(0);
    drop(steps(&ran));
    assert_eq!(ran.get(), 0);

    let mut frame = steps(&ran);
    assert_eq!(ran.get(), 0);
    assert_eq!((frame.next(), ran.get()), (Some(10), 1));
    assert_eq!((frame.next(), ran.get()), (Some(20), 2));
    assert_eq!((frame.next(), ran.get()), (None, 3));
}
