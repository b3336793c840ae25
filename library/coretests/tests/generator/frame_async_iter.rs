use core::async_iter::AsyncIterator;
use core::cell::Cell;
use core::future::poll_fn;
use core::generator::{Future, State, Task, from_fn};
use core::mem;
use core::num::ParseIntError;
use core::pin::{Pin, pin};
use core::task::{Context, Poll, Waker};

use super::Drops;
#[cfg(panic = "unwind")]
use super::panic_message;

fn next<I: AsyncIterator + ?Sized>(iter: Pin<&mut I>) -> Poll<Option<I::Item>> {
    iter.poll_next(&mut Context::from_waker(Waker::noop()))
}

/// Is pending once.
fn pause() -> impl Future<Task, Return = ()> + Unpin + Clone {
    let mut is_over = false;
    from_fn(move |_: &mut Task| match mem::replace(&mut is_over, true) {
        true => State::Complete(()),
        false => State::Blocked(()),
    })
}

fn upto(n: u32) => impl AsyncIterator<Item = u32> + Clone + core::fmt::Debug {
    for i in 0..n {
        await pause();
        yield i;
    }
}

#[test]
fn yields_and_waits() {
    let mut iter = upto(2);
    for n in 0..2 {
        assert_eq!(next(Pin::new(&mut iter)), Poll::Pending);
        assert_eq!(next(Pin::new(&mut iter)), Poll::Ready(Some(n)));
    }
    assert_eq!(next(Pin::new(&mut iter)), Poll::Ready(None));
}

#[test]
fn is_fused() {
    let mut iter = upto(0);
    for _ in 0..3 {
        assert_eq!(next(Pin::new(&mut iter)), Poll::Ready(None));
    }
}

#[test]
#[cfg(panic = "unwind")]
fn is_fused_after_a_panic() {
    fn oops() => impl AsyncIterator<Item = u32> + core::fmt::Debug {
        yield 1;
        panic!("oops");
    }

    let mut iter = oops();
    assert_eq!(next(Pin::new(&mut iter)), Poll::Ready(Some(1)));
    assert_eq!(panic_message(|| next(Pin::new(&mut iter))), "oops");
    for _ in 0..3 {
        assert_eq!(next(Pin::new(&mut iter)), Poll::Ready(None));
    }
    assert!(format!("{iter:?}").ends_with(" (panicked)"));
}

#[test]
fn an_immovable_one_borrows_from_itself() {
    fn sums(numbers: [u32; 3]) => static impl AsyncIterator<Item = u32> {
        let mut sum = 0;
        for n in &numbers {
            sum += n;
            yield sum;
        }
    }

    let mut sums = pin!(sums([1, 2, 3]));
    for sum in [1, 3, 6] {
        assert_eq!(next(sums.as_mut()), Poll::Ready(Some(sum)));
    }
    assert_eq!(next(sums), Poll::Ready(None));
}

#[test]
fn question_mark_yields_the_error_last() {
    fn parsed(words: &str) => impl AsyncIterator<Item = Result<u32, ParseIntError>> {
        for word in words.split(' ') {
            await pause();
            yield Ok(word.parse()?);
        }
    }

    let mut parsed = pin!(parsed("1 x 3"));
    assert!(next(parsed.as_mut()).is_pending());
    assert_eq!(next(parsed.as_mut()), Poll::Ready(Some(Ok(1))));
    assert!(next(parsed.as_mut()).is_pending());
    assert!(matches!(next(parsed.as_mut()), Poll::Ready(Some(Err(_)))));
    assert_eq!(next(parsed.as_mut()), Poll::Ready(None));
}

#[test]
fn hands_on_another_one() {
    fn polled() => static impl AsyncIterator<Item = u32> {
        let mut inner = upto(3);
        while let Some(n) = await poll_fn(|context| Pin::new(&mut inner).poll_next(context)) {
            yield n * 10;
        }
    }

    let mut polled = pin!(polled());
    for n in [0, 10, 20] {
        assert!(next(polled.as_mut()).is_pending());
        assert_eq!(next(polled.as_mut()), Poll::Ready(Some(n)));
    }
    assert_eq!(next(polled), Poll::Ready(None));
}

#[test]
fn drops_what_it_holds() {
    fn holds(drops: Drops<'_>) => impl AsyncIterator<Item = ()> {
        let _drops = drops;
        yield;
        await pause();
    }

    for polls in 0..3 {
        let drops = Cell::new(0);
        let mut iter = Box::pin(holds(Drops(&drops)));
        for _ in 0..polls {
            let _ = next(iter.as_mut());
        }
        assert_eq!(drops.get(), 0);
        drop(iter);
        assert_eq!(drops.get(), 1);
    }
    let drops = Cell::new(0);
    let mut iter = Box::pin(holds(Drops(&drops)));
    while next(iter.as_mut()) != Poll::Ready(None) {}
    assert_eq!(drops.get(), 1, "when it ends, not when it is dropped");
}

#[test]
fn is_a_trait_object_like_any_other() {
    let mut iters: Vec<Pin<Box<dyn AsyncIterator<Item = u32>>>> =
        vec![Box::pin(upto(0)), Box::pin(upto(1))];
    assert_eq!(next(iters[0].as_mut()), Poll::Ready(None));
    assert_eq!(next(iters[1].as_mut()), Poll::Pending);
    assert_eq!(next(iters[1].as_mut()), Poll::Ready(Some(0)));
}

#[test]
fn clones_go_on_by_themselves() {
    let mut iter = upto(2);
    assert!(next(Pin::new(&mut iter)).is_pending());
    let mut clone = iter.clone();
    assert_eq!(next(Pin::new(&mut iter)), Poll::Ready(Some(0)));
    assert!(next(Pin::new(&mut iter)).is_pending());
    assert_eq!(next(Pin::new(&mut clone)), Poll::Ready(Some(0)));
}

#[test]
fn debug_tells_place_and_phase() {
    let mut iter = upto(1);
    let unresumed = format!("{iter:?}");
    let place = unresumed.strip_suffix(" (unresumed)").unwrap();
    assert!(place.starts_with("{generator@") && place.contains("frame_async_iter.rs:"), "{place}");
    for phase in ["suspended", "suspended", "complete", "complete"] {
        let _ = next(Pin::new(&mut iter));
        assert_eq!(format!("{iter:?}"), format!("{place} ({phase})"));
    }
}
