//@ run-pass
//@ edition: 2024

// What was moved out before a suspend point is not in the frame: it does not make it `!Send`.

#![feature(native_generators)]

use std::rc::Rc;

fn consume(shared: Rc<u32>) -> u32 {
    *shared
}

fn items() => impl Iterator<Item = u32> + Send {
    let shared = Rc::new(1);
    let n = consume(shared);
    yield n;
    let late;
    yield 2;
    late = Rc::new(3);
    drop(late);
}

fn main() {
    let frame = items();
    assert_eq!(std::thread::spawn(move || frame.sum::<u32>()).join().unwrap(), 3);
}
