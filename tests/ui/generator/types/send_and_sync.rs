//@ run-pass
//@ edition: 2024

// A frame is `Send` and `Sync` by what it holds across suspend points, not by what it uses between.

#![feature(native_generators)]

use std::cell::Cell;
use std::rc::Rc;
use std::sync::mpsc;
use std::thread;

fn numbers(n: u32) => impl Iterator<Item = u32> {
    for i in 0..n {
        let sum = {
            let shared = Rc::new(Cell::new(i));
            shared.set(shared.get() + 1);
            Rc::clone(&shared).get()
        };
        yield sum;
    }
}

fn received(receiver: mpsc::Receiver<u32>) => impl Iterator<Item = u32> {
    while let Ok(n) = receiver.recv() {
        yield n
    }
}

fn assert_send<T: Send>(value: T) -> T {
    value
}

fn assert_sync<T: Sync>(value: T) -> T {
    value
}

fn main() {
    let mut frame = assert_sync(assert_send(numbers(3)));
    assert_eq!(frame.next(), Some(1));
    // Started here, finished there.
    let rest = thread::spawn(move || frame.collect::<Vec<_>>()).join().unwrap();
    assert_eq!(rest, [2, 3]);

    let (sender, receiver) = mpsc::channel();
    // A `Receiver` is `Send` and not `Sync`, so the frame is too.
    let consumer = thread::spawn({
        let frame = assert_send(received(receiver));
        move || frame.sum::<u32>()
    });
    for n in assert_send(numbers(4)) {
        sender.send(n).unwrap();
    }
    drop(sender);
    assert_eq!(consumer.join().unwrap(), 10);
}
