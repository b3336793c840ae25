//! `block_on`: one future on the present thread.

use std::cell::Cell;
use std::future::poll_fn;
use std::generator::{self, Future, Generator, State, Stream, Task, block_on};
use std::marker::PhantomPinned;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, mpsc};
use std::task::{Poll, Waker};
use std::thread;
use std::time::Duration;

/// A future that is pending as often, and calls `wake` each time.
fn pending_times(
    mut times: u32,
    mut wake: impl FnMut(&Waker) + Unpin,
) -> impl Future<Task, Return = u32> + Unpin {
    let mut polls = 0;
    poll_fn(move |context| {
        polls += 1;
        if times == 0 {
            return Poll::Ready(polls);
        }
        times -= 1;
        wake(context.waker());
        Poll::Pending
    })
}

#[test]
fn returns_what_the_future_returns() {
    fn sum() => impl Future<Task, Return = u32> {
        1 + await generator::ready(2)
    }

    assert_eq!(block_on(sum()), 3);
    assert_eq!(block_on(async { "async" }), "async");
    assert_eq!(block_on(std::future::ready(4)), 4);
    let mut pinned = std::pin::pin!(async { 5 });
    assert_eq!(block_on(pinned.as_mut()), 5);
}

#[test]
fn runs_what_must_be_pinned_and_what_borrows() {
    fn longest(words: &[String]) => static impl Future<Task, Return = &str> {
        let _pinned = PhantomPinned;
        let mut longest = "";
        for word in words {
            await pending_times(1, Waker::wake_by_ref);
            if word.len() > longest.len() {
                longest = word;
            }
        }
        longest
    }

    let words = ["a", "abc", "ab"].map(String::from);
    assert_eq!(block_on(longest(&words)), "abc");
}

#[test]
fn a_stream_is_awaited_to_its_end() {
    fn ticks() => impl Stream<Task, Yield = u32, Return = &'static str> {
        for n in 0..3 {
            await pending_times(n, Waker::wake_by_ref);
            yield n;
        }
        "end"
    }

    fn sum() => impl Future<Task, Return = (u32, &'static str)> {
        let mut sum = 0;
        let end = await for n in ticks() {
            sum += n;
        };
        (sum, end)
    }

    assert_eq!(block_on(sum()), (3, "end"));
}

/// The thread does not go to sleep after it was woken.
#[test]
fn woken_before_it_sleeps() {
    assert_eq!(block_on(pending_times(1000, Waker::wake_by_ref)), 1001);
    assert_eq!(block_on(pending_times(10, |waker| waker.clone().wake())), 11);
}

#[test]
fn several_wakes_are_one() {
    let wake = |waker: &Waker| {
        for _ in 0..5 {
            waker.wake_by_ref();
        }
    };
    assert_eq!(block_on(pending_times(10, wake)), 11);
}

#[test]
fn woken_by_another_thread() {
    let (sender, receiver) = mpsc::channel::<Waker>();
    let thread = thread::spawn(move || {
        for waker in receiver {
            waker.wake();
        }
    });
    let future = pending_times(1000, move |waker| sender.send(waker.clone()).unwrap());
    assert_eq!(block_on(future), 1001);
    thread.join().unwrap();
}

#[test]
fn woken_by_another_thread_after_a_while() {
    let wake = |waker: &Waker| {
        let waker = waker.clone();
        thread::spawn(move || {
            thread::sleep(Duration::from_millis(5));
            waker.wake();
        });
    };
    assert_eq!(block_on(pending_times(2, wake)), 3, "it is resumed when woken, and only then");
}

/// Each of many threads goes on only when the future has seen what it did before its last wake.
#[test]
fn no_wake_is_lost() {
    const THREADS: u32 = 4;
    const ROUNDS: u32 = 2000;
    let sent: Arc<[AtomicU32; THREADS as usize]> = Arc::default();
    let seen: Arc<[AtomicU32; THREADS as usize]> = Arc::default();
    let mut threads = Vec::new();
    let future = poll_fn(|context| {
        for thread in threads.len()..THREADS as usize {
            let (sent, seen, waker) = (sent.clone(), seen.clone(), context.waker().clone());
            threads.push(thread::spawn(move || {
                for round in 1..=ROUNDS {
                    sent[thread].store(round, Ordering::Relaxed);
                    waker.wake_by_ref();
                    while seen[thread].load(Ordering::Relaxed) != round {
                        thread::yield_now();
                    }
                }
            }));
        }
        let mut left = THREADS;
        for (sent, seen) in sent.iter().zip(&*seen) {
            let round = sent.load(Ordering::Relaxed);
            seen.store(round, Ordering::Relaxed);
            left -= u32::from(round == ROUNDS);
        }
        if left == 0 { Poll::Ready(()) } else { Poll::Pending }
    });
    block_on(future);
    for thread in threads {
        thread.join().unwrap();
    }
}

/// Whoever unparks the thread for reasons of their own does not get the future polled.
#[test]
fn resumed_only_when_woken() {
    let (sender, receiver) = mpsc::channel::<Waker>();
    let sleeper = thread::current();
    let thread = thread::spawn(move || {
        let waker = receiver.recv().unwrap();
        for _ in 0..100 {
            sleeper.unpark();
            thread::yield_now();
        }
        waker.wake();
    });
    let future = pending_times(1, move |waker| {
        thread::current().unpark();
        sender.send(waker.clone()).unwrap();
    });
    assert_eq!(block_on(future), 2);
    thread.join().unwrap();
}

#[test]
fn one_inside_another() {
    fn outer() => impl Future<Task, Return = u32> {
        let mut sum = 0;
        for _ in 0..3 {
            // A wake-up that comes while the inner one sleeps is not lost.
            let waker = (ref executor).waker();
            let thread = thread::spawn(move || waker.wake());
            sum += block_on(pending_times(2, |waker| {
                let waker = waker.clone();
                thread::spawn(move || waker.wake());
            }));
            thread.join().unwrap();
            await pending_times(1, |_| ());
        }
        sum
    }

    assert_eq!(block_on(outer()), 9);
}

#[test]
fn a_waker_may_be_called_when_all_is_over() {
    let (sender, receiver) = mpsc::channel::<Waker>();
    assert_eq!(block_on(pending_times(1, |waker| {
        sender.send(waker.clone()).unwrap();
        waker.wake_by_ref();
    })), 2);
    let waker = receiver.recv().unwrap();
    waker.wake_by_ref();
    waker.clone().wake();
    assert_eq!(block_on(async { 1 }), 1);
    thread::spawn(move || waker.wake()).join().unwrap();
}

#[test]
fn all_resumptions_have_the_same_waker() {
    let known: Cell<Option<Waker>> = Cell::new(None);
    block_on(pending_times(3, |waker| {
        if let Some(known) = known.replace(Some(waker.clone())) {
            assert!(known.will_wake(waker));
        }
        waker.wake_by_ref();
    }));
}

#[test]
#[cfg(panic = "unwind")]
fn a_panic_goes_through() {
    use super::{Log, panic_message};

    let log = Log::default();
    let dropped = log.drops("future");
    let message = panic_message(|| {
        block_on(async move {
            let _dropped = dropped;
            pending_times(1, Waker::wake_by_ref).into_core().await;
            panic!("oops");
        })
    });
    assert_eq!(message, "oops");
    assert_eq!(log.take(), ["future dropped"]);
    assert_eq!(block_on(async { 1 }), 1);
}

#[test]
fn a_primitive_gets_at_the_context() {
    let mut is_woken = false;
    let future = generator::from_fn(move |task: &mut Task| {
        if is_woken {
            return State::Complete(1);
        }
        is_woken = true;
        task.with_context(|context| context.waker().wake_by_ref());
        State::Blocked(())
    });
    assert_eq!(block_on(future), 1);
}
