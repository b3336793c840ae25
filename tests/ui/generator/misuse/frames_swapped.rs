//@ run-pass
//@ edition: 2024

// Two movable frames that are exchanged in the middle of their work go on as the other: by `swap`,
// `replace`, `take`, out of a pattern, and when the vector that has them grows.

#![feature(native_generators)]

use std::generator::{Generator, State};
use std::mem;
use std::pin::Pin;

fn words(start: &str, items: Vec<String>) => impl Iterator<Item = String> + '_ {
    let mut text = String::from(start);
    let array = [start.len(); 32];
    for (i, item) in items.into_iter().enumerate() {
        text += &item;
        yield text.clone();
        assert_eq!(array[i], start.len());
    }
    yield text + "." + start;
}

fn items(n: usize) -> Vec<String> {
    (0..n).map(|n| n.to_string()).collect()
}

fn main() {
    let (one, two) = (String::from("one"), String::from("two"));
    let (mut a, mut b) = (words(&one, items(3)), words(&two, items(2)));
    assert_eq!(a.next().as_deref(), Some("one0"));
    assert_eq!(b.next().as_deref(), Some("two0"));
    assert_eq!(b.next().as_deref(), Some("two01"));
    mem::swap(&mut a, &mut b);
    assert_eq!(a.next().as_deref(), Some("two01.two"));
    assert_eq!(b.next().as_deref(), Some("one01"));
    let mut c = mem::replace(&mut b, words(&two, items(0)));
    assert_eq!(c.next().as_deref(), Some("one012"));
    assert_eq!(b.next().as_deref(), Some("two.two"));

    // Pinning holds nothing that is `Unpin`.
    let mut pinned = Box::pin(words(&one, items(1)));
    assert!(Pin::new(&mut *pinned).resume(&mut ()) == State::Yielded("one0".into()));
    let mut frame = *Pin::into_inner(pinned);
    assert_eq!(frame.next().as_deref(), Some("one0.one"));

    let mut slot = Some(words(&two, items(1)));
    slot.as_mut().unwrap().next();
    let (Some(frame), None) = (slot.take(), &slot) else { unreachable!() };
    assert!(frame.eq(["two0.two"]));

    let mut frames = Vec::with_capacity(1);
    for n in 0..20 {
        frames.push(words(&one, items(n)));
        frames.iter_mut().for_each(|frame| _ = frame.next());
        frames.reverse();
        frames.shrink_to_fit();
    }
    // The frame that came `n`th has `n + 1` to say and was asked `20 - n` times.
    let left: usize = frames.into_iter().map(|frame| frame.count()).sum();
    assert_eq!(left, (0..20usize).map(|n| (n + 1).saturating_sub(20 - n)).sum());
}
