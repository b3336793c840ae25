use core::generator::{self, Generator, State};
use core::iter::FusedIterator;

#[cfg(panic = "unwind")]
use super::panic_message;
use super::upto;

#[test]
fn iterates_over_any_synchronous_generator() {
    assert!(upto(3).iter().eq(0..3));
    assert!(upto(3).map_yield(|n| n * 2).iter().eq([0, 2, 4]));
    assert!(generator::from_iter("abc".chars()).iter().eq("abc".chars()));
}

#[test]
fn is_fused_whatever_it_iterates_over() {
    fn is_fused<I: FusedIterator>(iter: I) -> I {
        iter
    }

    let mut frame = is_fused(upto(1).iter());
    assert_eq!([frame.next(), frame.next(), frame.next()], [Some(0), None, None]);

    let mut calls = 0;
    let mut odd = is_fused(
        generator::from_fn(|_| {
            calls += 1;
            if calls % 2 == 1 { State::Yielded(calls) } else { State::Complete(()) }
        })
        .iter(),
    );
    assert_eq!([odd.next(), odd.next(), odd.next(), odd.next()], [Some(1), None, None, None]);
    drop(odd);
    assert_eq!(calls, 2);
}

#[test]
#[cfg(panic = "unwind")]
fn is_over_after_a_panic() {
    let mut calls = 0;
    let mut iter = generator::from_fn(|_| -> State<u32, ()> {
        calls += 1;
        if calls == 2 { panic!("oops") } else { State::Yielded(calls) }
    })
    .iter();
    assert_eq!(iter.next(), Some(1));
    assert_eq!(panic_message(|| iter.next()), "oops");
    assert_eq!((iter.next(), iter.next()), (None, None));
    assert_eq!(iter.size_hint(), (0, Some(0)));
}

#[test]
fn size_hint_knows_the_end_when_it_is_there() {
    let mut iter = upto(1).iter();
    assert_eq!(iter.size_hint(), (0, None));
    iter.next();
    assert_eq!(iter.size_hint(), (0, None));
    iter.next();
    assert_eq!(iter.size_hint(), (0, Some(0)));
}

#[test]
fn of_a_complete_generator_is_empty() {
    let mut frame = upto(2);
    assert_eq!(frame.by_mut().iter().count(), 2);
    assert_eq!(frame.by_mut().iter().count(), 0);
    assert_eq!(frame.iter().next(), None);
}
