//! Tests of `core::generator`.

use core::generator::{Arg, Generator, State};

fn two() => impl Generator<Yield = u32, Return = &'static str> {
    yield 1;
    yield 2;
    "done"
}

fn below(n: u32) => impl Iterator<Item = u32> {
    for i in 0..n {
        yield i
    }
}

fn echo() => impl Generator<Arg<u32>, Yield = u32, Return = ()> {
    let mut last = 0;
    loop {
        last = yield last;
    }
}

#[test]
fn steps_through_states() {
    let mut frame = two();
    assert_eq!(frame.step(&mut ()), State::Yielded(1));
    assert_eq!(frame.step(&mut ()), State::Yielded(2));
    assert_eq!(frame.step(&mut ()), State::Complete("done"));
}

#[test]
#[should_panic(expected = "generator resumed after completion")]
fn resuming_after_completion_panics() {
    let mut frame = two();
    for _ in 0..4 {
        let _ = frame.step(&mut ());
    }
}

#[test]
fn iterator_face_is_fused() {
    let mut frame = below(1);
    assert_eq!(frame.next(), Some(0));
    for _ in 0..3 {
        assert_eq!(frame.next(), None);
    }
}

#[test]
fn values_are_sent() {
    let mut frame = echo();
    assert_eq!(frame.start(), State::Yielded(0));
    assert_eq!(frame.send(5), State::Yielded(5));
    assert_eq!(frame.send(7), State::Yielded(7));
}

#[test]
#[should_panic]
fn sending_before_the_start_panics() {
    let _ = echo().send(1);
}

#[test]
fn maps() {
    let mut frame = two().map_yield(|n| n * 10).map_return(str::len);
    assert_eq!(frame.step(&mut ()), State::Yielded(10));
    assert_eq!(frame.step(&mut ()), State::Yielded(20));
    assert_eq!(frame.step(&mut ()), State::Complete(4));
}

#[test]
fn lending_goes_on_from_the_same_place() {
    let mut frame = two().map_return(|_| ());
    assert_eq!(frame.by_mut().iter().next(), Some(1));
    assert_eq!(frame.step(&mut ()), State::Yielded(2));
}

#[test]
fn iterators_are_generators() {
    let mut chars = "ab".chars();
    assert_eq!(chars.step(&mut ()), State::Yielded('a'));
    assert_eq!(chars.step(&mut ()), State::Yielded('b'));
    assert_eq!(chars.step(&mut ()), State::Complete(()));
}
