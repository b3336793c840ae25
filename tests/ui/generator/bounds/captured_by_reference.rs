//@ edition: 2024

// What a generator closure captures by reference is named where it holds back the frame.

#![feature(native_generators)]

use std::cell::Cell;
use std::rc::Rc;

fn assert_send<T: Send>(_: T) {}

fn main() {
    let captured = Rc::new(1);
    let by_reference = || => {
        yield *captured;
    };
    assert_send(by_reference()); //~ ERROR generator cannot be sent between threads safely
}

fn exclusively() {
    let mut captured = Rc::new(1);
    let by_exclusive_reference = || => {
        captured = Rc::new(2);
        yield 1;
    };
    assert_send(by_exclusive_reference()); //~ ERROR generator cannot be sent between threads safely
}

fn shared() {
    let cell = Cell::new(1);
    let each = || => {
        yield cell.get();
    };
    assert_send(each()); //~ ERROR generator cannot be sent between threads safely
}
