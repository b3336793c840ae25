//@ run-pass
//@ revisions: plain optimised
//@[optimised] compile-flags: -C opt-level=3
//@ edition: 2024

// A frame that moves takes along only what it holds: not what was moved out of it on the way that
// control took, nor what was never set.

#![feature(native_generators)]

use std::cell::RefCell;
use std::generator::{Arg, Generator, State, Stream};
use std::hint::black_box;
use std::mem;

/// Exclusive, with a destructor that uses it.
struct Exclusive<'a>(&'a mut Vec<u32>, u32);

impl Drop for Exclusive<'_> {
    fn drop(&mut self) {
        self.0.push(self.1);
    }
}

/// Not every byte is one, and it has a destructor.
struct Flag<'a>(bool, &'a RefCell<Vec<bool>>);

impl Drop for Flag<'_> {
    fn drop(&mut self) {
        self.1.borrow_mut().push(self.0);
    }
}

fn moved_on_one_way(log: &mut Vec<u32>, keep: bool) => impl Iterator<Item = u32> {
    let first = Exclusive(log, 1);
    let second;
    if keep {
        yield first.1;
        drop(first);
    } else {
        second = first;
        second.0.push(2);
        yield 2;
        second.0.push(3);
    }
    yield 3;
}

fn unset_on_one_way<'a>(log: &'a RefCell<Vec<bool>>, set: bool) => impl Iterator<Item = u32> {
    let flag;
    if set {
        flag = Flag(true, log);
        yield flag.0 as u32;
    }
    yield 2;
    let other;
    if !set {
        other = Flag(false, log);
        yield other.0 as u32;
    }
    yield 3;
}

fn half(pair: (Box<u32>, Box<u32>), boxes: [Option<Box<u32>>; 2]) => impl Iterator<Item = u32> {
    let (first, _) = pair;
    yield *first;
    yield *pair.1;
    let [Some(third), rest] = boxes else { return };
    yield *third;
    let moved = third;
    yield 4;
    yield *moved + *first;
    drop(first);
    yield rest.map_or(0, |n| *n);
}

fn in_a_loop() => impl Stream<Arg<Option<Box<u32>>>, Yield = u32, Return = Box<u32>> {
    let mut held = None;
    let mut last;
    loop {
        match yield held.as_deref().copied().unwrap_or_default() {
            Some(number) => {
                if *number % 2 == 0 {
                    last = number;
                    held = Some(last);
                } else {
                    held = None;
                }
            }
            None => match held {
                Some(number) => return number,
                None => return Box::new(9),
            },
        }
    }
}

fn moved_by_closure(text: String, now: bool) => impl Iterator<Item = usize> {
    let length = move || text.len();
    let other;
    if now {
        other = length;
        yield other();
    } else {
        yield 0;
        yield length();
    }
    yield 7;
}

/// Moves a frame in several ways, and overwrites where it was.
fn moved<I>(frame: I) -> I {
    let mut places = [Some(frame), None];
    places.swap(0, 1);
    let mut boxed = Box::new(places[1].take());
    places[0] = mem::take(&mut *boxed);
    let mut vec = Vec::from(places);
    vec.reverse();
    black_box(vec.pop().flatten()).unwrap()
}

fn all<I: Iterator>(mut frame: I) -> Vec<I::Item> {
    let mut items = Vec::new();
    loop {
        frame = moved(frame);
        match frame.next() {
            Some(item) => items.push(item),
            None => return items,
        }
    }
}

fn main() {
    let mut log = vec![];
    assert_eq!(all(moved_on_one_way(&mut log, true)), [1, 3]);
    assert_eq!(mem::take(&mut log), [1]);
    assert_eq!(all(moved_on_one_way(&mut log, false)), [2, 3]);
    assert_eq!(mem::take(&mut log), [2, 3, 1]);
    for taken in 0..3 {
        let mut frame = moved_on_one_way(&mut log, false);
        for _ in 0..taken {
            frame = moved(frame);
            frame.next();
        }
        drop(moved(frame));
        let expected: [&[u32]; 3] = [&[], &[2, 1], &[2, 3, 1]];
        assert_eq!(mem::take(&mut log), expected[taken]);
    }

    let flags = RefCell::new(vec![]);
    assert_eq!(all(unset_on_one_way(&flags, true)), [1, 2, 3]);
    assert_eq!(all(unset_on_one_way(&flags, false)), [2, 0, 3]);
    assert_eq!(flags.take(), [true, false]);

    let boxes = [Some(Box::new(3)), Some(Box::new(8))];
    assert_eq!(all(half((Box::new(1), Box::new(2)), boxes)), [1, 2, 3, 4, 4, 8]);

    let mut frame = moved(in_a_loop());
    assert_eq!(frame.start(), State::Yielded(0));
    for (sent, answer) in [(2, 2), (3, 0), (4, 4), (6, 6)] {
        frame = moved(frame);
        assert_eq!(frame.send(Some(Box::new(sent))), State::Yielded(answer));
    }
    assert_eq!(moved(frame).send(None), State::Complete(Box::new(6)));

    assert_eq!(all(moved_by_closure("text".to_string(), true)), [4, 7]);
    assert_eq!(all(moved_by_closure("text".to_string(), false)), [0, 4, 7]);
}
