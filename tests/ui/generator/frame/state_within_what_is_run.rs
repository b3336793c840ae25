//@ run-pass
//@ edition: 2024
//@ revisions: debug release
//@[release] compile-flags: -O

// A frame has the number of its state among the bytes that the frame it runs leaves free, unless that one
// is lent to somebody, who may write to all of it at any time.

#![feature(native_generators)]

use std::generator::{Generator, State};
use std::hint::black_box;
use std::mem::size_of_val;
use std::pin::{Pin, pin};
use std::ptr;

fn leaf(n: u64) => impl Generator<Yield = u64, Return = u64> + Clone {
    yield n;
    yield n + 1;
    n
}

/// Where the argument is before the start there could be a hole, if it were elsewhere.
fn adds_one(n: u64) => impl Generator<Yield = u64, Return = u64> + Clone {
    (yield.. leaf(n)) + 1
}

fn adds_two(n: u64) => impl Generator<Yield = u64, Return = u64> + Clone {
    (yield.. adds_one(n)) + 1
}

fn keeps<G>(n: u64, inner: G) => impl Generator<Yield = u64, Return = u64> + Clone
where
    G: Generator<Yield = u64, Return = u64> + Clone + Unpin,
{
    let kept = black_box(n);
    kept + yield.. inner
}

fn keeps_pinned<G>(n: u64, inner: G) => static impl Generator<Yield = u64, Return = u64>
where
    G: Generator<Yield = u64, Return = u64>,
{
    let kept = black_box(n);
    kept + yield.. inner
}

fn lends<G>(inner: G) => static impl Generator<Yield = *mut G, Return = u64> {
    let mut inner = inner;
    yield &raw mut inner;
    yield &raw mut inner;
    7
}

fn rest_of<G>(mut frame: Pin<&mut G>) -> (Vec<u64>, u64)
where
    G: Generator<Yield = u64, Return = u64>,
{
    let mut yielded = Vec::new();
    loop {
        match frame.as_mut().resume(&mut ()) {
            State::Yielded(n) => yielded.push(n),
            State::Complete(n) => return (yielded, n),
            State::Blocked(never) => never,
        }
    }
}

fn clones_in_each_state<G>(mut frame: G, yielded: &[u64], returned: u64)
where
    G: Generator<Yield = u64, Return = u64> + Clone + Unpin,
{
    for at in 0..=yielded.len() {
        let expected = (yielded[at..].to_vec(), returned);
        let mut moved = Box::new(frame.clone());
        assert_eq!(rest_of(Pin::new(&mut G::clone(&moved))), expected);
        assert_eq!(rest_of(Pin::new(&mut *moved)), expected);
        drop(frame.clone());
        let _ = Pin::new(&mut frame).resume(&mut ());
    }
}

fn main() {
    assert_eq!(size_of_val(&leaf(1)), 16);
    assert_eq!(size_of_val(&adds_one(1)), 16);
    assert_eq!(size_of_val(&adds_two(1)), 16);
    assert_eq!(size_of_val(&keeps(2, leaf(1))), 24);
    assert_eq!(size_of_val(&keeps(3, keeps(2, leaf(1)))), 32);
    assert_eq!(size_of_val(&keeps_pinned(2, leaf(1))), 24);
    assert_eq!(size_of_val(&keeps_pinned(3, keeps_pinned(2, leaf(1)))), 32);
    assert_eq!(size_of_val(&lends(leaf(1))), 24);

    clones_in_each_state(adds_two(1), &[1, 2], 3);
    clones_in_each_state(keeps(2, leaf(1)), &[1, 2], 3);
    clones_in_each_state(keeps(3, keeps(2, leaf(1))), &[1, 2], 6);
    let pinned = pin!(keeps_pinned(3, keeps_pinned(2, keeps(4, leaf(1)))));
    assert_eq!(rest_of(pinned), (vec![1, 2], 10));

    let mut lender = pin!(lends(leaf(1)));
    for _ in 0..2 {
        let State::Yielded(lent) = lender.as_mut().resume(&mut ()) else { panic!("not suspended") };
        // Sound, as the frame is pinned and does not look at what it lends meanwhile.
        unsafe {
            ptr::write_bytes(lent, 0xff, 1);
            lent.write(leaf(5));
        }
    }
    assert_eq!(lender.as_mut().resume(&mut ()), State::Complete(7));
}
