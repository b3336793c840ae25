use core::cell::Cell;
use core::generator::{Generator, State};
use core::iter::FusedIterator;

use super::Drops;
#[cfg(panic = "unwind")]
use super::panic_message;

fn upto(n: u32) => impl Iterator<Item = u32> + core::fmt::Debug {
    for i in 0..n {
        yield i;
    }
}

#[test]
fn iterates() {
    assert_eq!(upto(4).collect::<Vec<_>>(), [0, 1, 2, 3]);
    assert_eq!(upto(10).skip(2).step_by(3).sum::<u32>(), 2 + 5 + 8);
}

#[test]
fn is_fused() {
    fn is_fused<I: FusedIterator>(iter: I) -> I {
        iter
    }

    let mut iter = is_fused((|| => { yield 1 })().into_iter());
    assert_eq!(iter.next(), Some(1));
    for _ in 0..3 {
        assert_eq!(iter.next(), None);
    }

    let mut iter = upto(0);
    assert_eq!((iter.next(), iter.next()), (None, None));
}

#[test]
#[cfg(panic = "unwind")]
fn is_over_after_a_panic() {
    fn oops() => impl Iterator<Item = u32> + core::fmt::Debug {
        yield 1;
        panic!("oops");
    }

    let mut iter = oops();
    assert_eq!(iter.next(), Some(1));
    assert_eq!(panic_message(|| iter.next()), "oops");
    assert_eq!(iter.next(), None);
    assert_eq!(iter.next(), None);
    assert_eq!(iter.size_hint(), (0, Some(0)));
    assert!(format!("{iter:?}").ends_with(" (panicked)"));
}

#[test]
fn size_hint_knows_the_end_when_it_is_there() {
    let mut iter = upto(1);
    assert_eq!(iter.size_hint(), (0, None));
    iter.next();
    assert_eq!(iter.size_hint(), (0, None));
    iter.next();
    assert_eq!(iter.size_hint(), (0, Some(0)));
}

#[test]
fn drops_what_it_holds() {
    fn hold(drops: Drops<'_>) => impl Iterator<Item = ()> {
        yield;
        drop(drops);
        yield;
    }

    for resumptions in 0..4 {
        let drops = Cell::new(0);
        let mut iter = hold(Drops(&drops));
        for _ in 0..resumptions {
            iter.next();
        }
        assert_eq!(drops.get(), (resumptions >= 2) as u32);
        drop(iter);
        assert_eq!(drops.get(), 1);
    }
}

#[test]
fn debug_tells_place_and_phase() {
    let mut iter = upto(0);
    let unresumed = format!("{iter:?}");
    assert!(unresumed.starts_with("{generator@") && unresumed.ends_with("} (unresumed)"));
    iter.next();
    assert_eq!(format!("{iter:?}"), unresumed.replace("unresumed", "complete"));
}

#[test]
fn is_a_generator_as_all_iterators_are() {
    let mut iter = upto(1);
    assert_eq!(iter.step(&mut ()), State::Yielded(0));
    assert_eq!(iter.step(&mut ()), State::Complete(()));
    assert_eq!(iter.step(&mut ()), State::Complete(()));
}
