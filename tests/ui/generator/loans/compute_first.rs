//@ edition: 2024
//@ run-rustfix

// A guard that is a temporary of what is yielded lives to the end of the statement. What is yielded is
// computed before, in a `let`.

#![feature(native_generators)]

use std::cell::RefCell;

fn statements(cell: RefCell<Vec<u32>>) => impl Iterator<Item = usize> {
    yield cell.borrow().len(); //~ ERROR `cell` is still borrowed while the generator is suspended
    cell.borrow_mut().push(1);
    let () = yield cell.borrow().len(); //~ ERROR `cell` is still borrowed while the generator is suspended
    let value = 7;
    yield value;
    yield cell.borrow().len() + 1 //~ ERROR `cell` is still borrowed while the generator is suspended
}

fn operands(cell: RefCell<u32>) => impl Iterator<Item = u32> {
    let (one, ()) = (1, yield *cell.borrow()); //~ ERROR `cell` is still borrowed while the generator is suspended
    match one {
        0 => {}
        _ => yield *cell.borrow(), //~ ERROR `cell` is still borrowed while the generator is suspended
    }
}

fn main() {
    assert!(statements(RefCell::new(Vec::new())).eq([0, 1, 7, 2]));
    assert!(operands(RefCell::new(5)).eq([5, 5]));
}
