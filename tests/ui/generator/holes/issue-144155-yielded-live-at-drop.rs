//@ edition: 2024

// What a frame yields it may have kept a share of: that must live until the frame is dropped.

#![feature(native_generators)]

use std::cell::RefCell;
use std::generator::Generator;
use std::rc::Rc;

struct Shows<'a>(&'a Vec<u32>);

impl Drop for Shows<'_> {
    fn drop(&mut self) {
        assert!(self.0.len() < 9);
    }
}

type Slot<'a> = Rc<RefCell<Option<Shows<'a>>>>;

fn movable() {
    let numbers = vec![1];
    let make = || => {
        let slot: Slot<'_> = Rc::default();
        yield slot.clone();
        yield slot;
    };
    let mut frame = make();
    if let Some(slot) = frame.step(&mut ()).yielded() {
        *slot.borrow_mut() = Some(Shows(&numbers));
    }
    drop(numbers); //~ ERROR cannot move out of `numbers` because it is borrowed
}

fn pinned() {
    let numbers = vec![1];
    let make = || => {
        let slot: Slot<'_> = Rc::default();
        yield slot.clone();
        yield slot;
    };
    let mut frame = Box::pin(make());
    if let Some(slot) = frame.as_mut().resume(&mut ()).yielded() {
        *slot.borrow_mut() = Some(Shows(&numbers));
    }
    drop(numbers); //~ ERROR cannot move out of `numbers` because it is borrowed
}

fn main() {}
