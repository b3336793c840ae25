//@ run-pass
//@ revisions: plain optimised
//@[optimised] compile-flags: -C opt-level=3
//@ edition: 2024

// A frame that moves while it holds a reference and, live across the suspend point, what was
// reborrowed from that: exclusively, in part, and more than once.

#![feature(native_generators)]

use std::generator::{Arg, Generator, State, Stream};
use std::hint::black_box;

fn exclusive(number: &mut u32) => impl Iterator<Item = u32> {
    let lent = &mut *number;
    *lent += 1;
    yield *lent;
    *lent += 1;
    let again = &mut *lent;
    yield *again;
    *again += 1;
    yield *lent;
    *number += 1;
    yield *number;
}

fn in_part(pair: &mut (u32, [u32; 3])) => impl Iterator<Item = u32> {
    let (first, rest) = pair;
    let [second, others @ ..] = rest;
    yield *first;
    *first += *second;
    yield *second;
    *second += others[0];
    for other in others.iter_mut() {
        yield *other;
        *other += *first;
    }
    yield pair.0 + pair.1[0] + pair.1[2];
}

struct List {
    value: u32,
    next: Option<Box<List>>,
}

fn walk(list: &mut List) => impl Stream<Arg<u32>, Yield = u32, Return = &mut u32> {
    let mut at = list;
    loop {
        let value = &mut at.value;
        *value += yield *value;
        match &mut at.next {
            Some(next) => at = next,
            None => return value,
        }
    }
}

fn of_both<'a>(one: &'a mut Vec<u32>, other: &'a mut Vec<u32>) => impl Iterator<Item = usize> {
    let (mut from, mut to) = (one, other);
    for _ in 0..2 {
        let last = from.pop();
        let slot = &mut *to;
        yield slot.len();
        slot.extend(last);
        (from, to) = (to, from);
        yield from.len();
    }
}

fn split(mut numbers: &mut [u32]) => impl Iterator<Item = u32> {
    while let Some((number, rest)) = numbers.split_first_mut() {
        let shared = &*rest;
        yield *number + shared.len() as u32;
        *number = shared.iter().sum();
        numbers = rest;
    }
}

fn in_a_closure(number: &mut u32) -> impl Iterator<Item = u32> {
    let make = move || => {
        let lent = &mut *number;
        yield *lent;
        *lent += 1;
        yield *lent;
    };
    make().into_iter()
}

/// In place, with loans of the frame itself as well.
fn pinned(number: &mut u32) => static impl Stream<Yield = u32, Return = ()> {
    let mut number = number;
    let lent = &mut number;
    let inner = &mut **lent;
    yield *inner;
    *inner += 1;
    yield **lent;
    **lent += 1;
    yield *number;
}

fn all<I: Iterator>(mut frame: I) -> Vec<I::Item> {
    let mut items = Vec::new();
    loop {
        let mut places = black_box([Some(frame), None]);
        places.swap(0, 1);
        let mut boxed = Box::new(places[1].take().unwrap());
        match boxed.next() {
            Some(item) => items.push(item),
            None => return items,
        }
        frame = *boxed;
    }
}

fn main() {
    let mut number = 1;
    assert_eq!(all(exclusive(&mut number)), [2, 3, 4, 5]);
    assert_eq!(number, 5);

    let mut pair = (1, [2, 3, 4]);
    assert_eq!(all(in_part(&mut pair)), [1, 2, 3, 4, 15]);
    assert_eq!(pair, (3, [5, 6, 7]));

    let mut list = List { value: 1, next: Some(Box::new(List { value: 2, next: None })) };
    {
        let mut frame = walk(&mut list);
        assert_eq!(frame.start(), State::Yielded(1));
        let mut frame = Box::new(frame);
        assert_eq!(frame.send(10), State::Yielded(2));
        let mut frames = vec![*frame];
        assert_eq!(frames[0].send(20), State::Complete(&mut 22));
    }
    assert_eq!((list.value, list.next.unwrap().value), (11, 22));

    let (mut one, mut other) = (vec![1, 2, 3], vec![4]);
    assert_eq!(all(of_both(&mut one, &mut other)), [1, 2, 2, 3]);
    assert_eq!((one, other), (vec![1, 2, 3], vec![4]));

    let mut numbers = [1, 2, 3];
    assert_eq!(all(split(&mut numbers)), [3, 3, 3]);
    assert_eq!(numbers, [5, 3, 0]);

    assert_eq!(all(in_a_closure(&mut number)), [5, 6]);

    let mut frame = Box::pin(pinned(&mut number));
    let mut seen = vec![];
    while let State::Yielded(n) = frame.as_mut().resume(&mut ()) {
        seen.push(n);
        frame = *Box::new(frame);
    }
    assert_eq!(seen, [6, 7, 8]);
}
