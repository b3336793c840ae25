//@ edition: 2024

// Guards among the temporaries of what is yielded that a `let` before it cannot end: what a macro
// yields for its user, and what lies beside the `yield`.

#![feature(native_generators)]

use std::cell::RefCell;

macro_rules! hand_out {
    ($value:expr) => {
        yield $value
    };
}

fn by_a_macro(cell: RefCell<Vec<u32>>) => impl Iterator<Item = usize> {
    hand_out!(cell.borrow().len()); //~ ERROR `cell` is still borrowed while the generator is suspended
}

fn beside(cell: RefCell<Vec<u32>>) => impl Iterator<Item = usize> {
    let _ = (cell.borrow().len(), yield 1); //~ ERROR `cell` is still borrowed while the generator is suspended
}

fn main() {}
