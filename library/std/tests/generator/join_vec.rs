//! As many futures as there are, side by side.

use std::generator::{self, EventLoop, Future, Generator, State};
use std::marker::PhantomPinned;

use super::{Dropped, Log, never, turns};

#[test]
fn results_come_in_order() {
    let futures: Vec<_> = (0..5).map(|n| turns(5 - n).map_return(move |()| n)).collect();
    assert_eq!(EventLoop::new().run(generator::join(futures)), [0, 1, 2, 3, 4]);
}

#[test]
fn none_is_joined_at_once() {
    let none = Vec::<generator::Ready<u32>>::new();
    assert_eq!(generator::run(generator::join(none)), []);
}

#[test]
fn what_is_pinned_stays_while_the_join_moves() {
    fn address() => static impl Future<EventLoop, Return = bool> {
        let pinned = PhantomPinned;
        let before = &raw const pinned;
        super::turn().await;
        before == &raw const pinned
    }

    let mut event_loop = EventLoop::new();
    let mut join = generator::join(vec![address(), address()]);
    assert_eq!(join.step(&mut event_loop), State::Blocked(()));
    let mut moved = Box::new(join);
    assert_eq!(moved.step(&mut event_loop), State::Complete(vec![true, true]));
}

#[test]
fn dropped_with_what_they_hold() {
    fn holds(_held: Dropped) => impl Future<EventLoop, Return = ()> {
        await never()
    }

    let log = Log::default();
    let mut join = generator::join(vec![holds(log.drops("a")), holds(log.drops("b"))]);
    assert_eq!(join.step(&mut EventLoop::new()), State::Blocked(()));
    assert_eq!(log.take(), [""; 0]);
    drop(join);
    assert_eq!(log.take(), ["a dropped", "b dropped"]);
}

#[cfg(panic = "unwind")]
#[test]
fn it_is_over_when_it_is_over() {
    let mut join = generator::join(vec![generator::ready(1)]);
    assert_eq!(join.step(&mut ()), State::Complete(vec![1]));
    let message = super::panic_message(|| join.step(&mut ()));
    assert_eq!(message, "generator resumed after completion");
}
