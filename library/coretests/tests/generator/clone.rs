//! A frame is `Clone` where what it holds across its suspend points is.

use core::generator::{self, Generator, State};

fn count(n: u32) => impl Generator<Yield = u32, Return = u32> + Clone {
    for i in 0..n {
        yield i;
    }
    n
}

fn upto(n: u32) => impl Iterator<Item = u32> + Clone {
    for i in 0..n {
        yield i;
    }
}

#[test]
fn a_frame_goes_on_twice() {
    let mut frame = count(2);
    let mut unresumed = frame.clone();
    assert_eq!(frame.step(&mut ()), State::Yielded(0));
    let mut suspended = frame.clone();

    assert_eq!(frame.step(&mut ()), State::Yielded(1));
    assert_eq!(suspended.step(&mut ()), State::Yielded(1));
    assert_eq!(suspended.step(&mut ()), State::Complete(2));
    assert_eq!(unresumed.step(&mut ()), State::Yielded(0));
    assert_eq!(frame.step(&mut ()), State::Complete(2));
}

#[test]
fn a_clone_owns_what_it_holds() {
    fn push(mut text: String) => impl Iterator<Item = String> + Clone {
        loop {
            text.push('!');
            yield text.clone();
        }
    }

    let mut one = push("a".to_string());
    one.next();
    let mut two = one.clone();
    one.next();
    assert_eq!((one.next().unwrap(), two.next().unwrap()), ("a!!!".to_string(), "a!!".to_string()));
}

#[test]
fn an_iterator_goes_on_twice() {
    let mut iter = upto(3);
    iter.next();
    let clone = iter.clone();
    assert!(iter.eq([1, 2]));
    assert!(clone.eq([1, 2]));
    assert!(upto(2).cycle().take(5).eq([0, 1, 0, 1, 0]));
}

#[test]
fn a_complete_frame_clones_complete() {
    let mut iter = upto(0);
    assert_eq!(iter.next(), None);
    assert_eq!(iter.clone().next(), None);
}

#[test]
fn adapters_clone_what_they_adapt() {
    let mut mapped = count(2).map_yield(|n| n * 2).map_return(|n| n * 3);
    let _ = mapped.step(&mut ());
    let mut clone = mapped.clone();
    assert_eq!(clone.step(&mut ()), State::Yielded(2));
    assert_eq!(clone.step(&mut ()), State::Complete(6));
    assert_eq!(mapped.step(&mut ()), State::Yielded(2));

    let mut iter = count(3).map_return(drop).iter();
    iter.next();
    assert!(iter.clone().eq([1, 2]));
    assert!(iter.eq([1, 2]));
}

#[test]
fn sources_clone() {
    let mut generator = generator::from_iter::<(), _>([1, 2]);
    let _ = generator.step(&mut ());
    assert!(generator.clone().iter().eq([2]));

    let mut left = 3;
    let mut generator = generator::from_fn(move |_| {
        left -= 1;
        if left > 0 { State::Yielded(left) } else { State::Complete(()) }
    });
    let _ = generator.step(&mut ());
    assert!(generator.clone().iter().eq([1]));
    assert!(generator.iter().eq([1]));
}
