//@ run-pass
//@ edition: 2024

// Frames in enums, tuples and cells: replaced, taken and compared by what they give.

#![feature(native_generators)]

use std::cell::{Cell, RefCell};
use std::mem;

fn letters(text: &'static str) => impl Iterator<Item = char> {
    for letter in text.chars() {
        yield letter
    }
}

enum Either<A, B> {
    Left(A),
    Right(B),
}

fn main() {
    let mut slot = Some(letters("ab"));
    assert_eq!(slot.as_mut().and_then(Iterator::next), Some('a'));
    let taken = slot.take();
    assert!(slot.is_none());
    assert_eq!(taken.into_iter().flatten().collect::<String>(), "b");

    let mut current = letters("xy");
    current.next();
    let old = mem::replace(&mut current, letters("z"));
    assert_eq!(old.chain(current).collect::<String>(), "yz");

    let cell = Cell::new(Some(letters("c")));
    let shared = RefCell::new(letters("de"));
    assert_eq!(shared.borrow_mut().next(), Some('d'));
    assert_eq!(cell.take().map(|mut frame| frame.next()), Some(Some('c')));
    assert_eq!(shared.into_inner().last(), Some('e'));

    let sides = [Either::Left(letters("lr")), Either::Right((letters("rl"), 1))];
    let firsts = sides.map(|side| match side {
        Either::Left(mut frame) => frame.next(),
        Either::Right((frame, n)) => frame.skip(n).next(),
    });
    assert_eq!(firsts, [Some('l'), Some('l')]);
}
