//@ edition: 2024
//@ run-rustfix

// A guard that nothing but its drop uses after the suspend point: a block ends it before, or `drop`,
// where what is declared with it is needed later.

#![feature(native_generators)]

use std::cell::RefCell;

fn in_a_block(cell: RefCell<u32>) => impl Iterator<Item = u32> {
    let mut guard = cell.borrow_mut(); //~ ERROR `cell` is still borrowed while the generator is suspended
    *guard += 1;
    yield 1;
}

fn dropped(cell: RefCell<u32>) => impl Iterator<Item = u32> {
    let mut guard = cell.borrow_mut(); //~ ERROR `cell` is still borrowed while the generator is suspended
    *guard += 1;
    let n = *guard;
    yield n;
}

fn main() {
    assert!(in_a_block(RefCell::new(1)).eq([1]));
    assert!(dropped(RefCell::new(1)).eq([2]));
}
