//@ edition: 2024

// The guards of cells and locks that the frame holds may not be held over a suspend point; those of
// cells behind a reference may.

#![feature(native_generators)]

use std::cell::{Cell, Ref, RefCell};
use std::generator::{Future, ready};
use std::rc::Rc;
use std::sync::{Arc, Mutex, RwLock};

fn borrowed(cell: RefCell<u32>) => impl Future<Return = u32> {
    let guard = cell.borrow(); //~ ERROR [E0626]
    await ready(());
    *guard
}

fn to_the_end_of_scope(cell: RefCell<u32>) => impl Future<Return = ()> {
    let mut guard = cell.borrow_mut(); //~ ERROR [E0626]
    *guard += 1;
    await ready(());
}

fn locked(mutex: Mutex<Vec<u32>>) => impl Iterator<Item = u32> {
    for n in mutex.lock().unwrap().iter() {
        //~^ ERROR `mutex` is still borrowed
        yield *n;
    }
}

fn of_an_arc(shared: Arc<RwLock<u32>>) => impl Future<Return = u32> {
    let guard = shared.read().unwrap(); //~ ERROR [E0626]
    await ready(());
    *guard
}

fn in_an_argument() => impl Future<Return = ()> {
    let cell = RefCell::new(String::new());
    add(&mut cell.borrow_mut(), await ready('a'));
    //~^ ERROR `cell` is still borrowed
}

fn add(text: &mut String, letter: char) {
    text.push(letter);
}

fn receiver(cell: Cell<u32>) => impl Future<Return = ()> {
    cell.set(cell.get() + await ready(1)); //~ ERROR [E0626]
}

fn awaited_with_the_guard(shared: Rc<RefCell<String>>) => impl Future<Return = usize> {
    await length(&shared.borrow())
    //~^ ERROR `shared` is still borrowed
}

fn length(text: &str) => impl Future<Return = usize> {
    await ready(text.len())
}

// What follows is accepted.

fn behind_a_reference(cell: &RefCell<u32>, mutex: &Mutex<u32>) => impl Future<Return = u32> {
    let mut guard = cell.borrow_mut();
    await ready(());
    *guard += *mutex.lock().unwrap() + await ready(1);
    let mapped = Ref::map(cell.borrow(), |n| n);
    await ready(*mapped)
}

fn in_a_field(shared: &Rc<RefCell<u32>>) => impl Future<Return = u32> {
    let guard = shared.borrow();
    await ready(());
    *guard
}

fn released(mutex: Mutex<u32>, cell: RefCell<u32>) => impl Future<Return = u32> {
    {
        let mut guard = mutex.lock().unwrap();
        *guard += 1;
    }
    await ready(());
    let guard = cell.borrow();
    let n = *guard;
    drop(guard);
    await ready(n);
    *cell.borrow_mut() += 1;
    let n = *cell.borrow() + *mutex.lock().unwrap();
    await ready(n)
}

fn plain_cell(cell: Cell<u32>) => impl Future<Return = u32> {
    let n = await ready(1);
    cell.set(cell.get() + n);
    cell.get() + await ready(1)
}

/// What is added to a number is computed first.
fn right_side_first(shared: Rc<RefCell<u32>>) => impl Future<Return = ()> {
    *shared.borrow_mut() += await ready(1);
}

fn main() {}
