//@ edition: 2024

// The frame of a closure is asked for what it holds, too.

#![feature(native_generators)]

use std::cell::Cell;

fn assert_sync<T: Sync>(_: T) {}

fn main() {
    let cell = || => {
        let cell = Cell::new(1);
        yield 1;
        yield cell.get();
    };
    assert_sync(cell()); //~ ERROR generator cannot be shared between threads safely
}
