//! Each test is run for every order of what its threads do. One that waits for ever is a deadlock, which
//! loom reports; so a test that ends has lost no wake-up.

use std::sync::Arc;

use loom::cell::UnsafeCell;
use loom::sync::atomic::{AtomicUsize, Ordering};
use loom::thread::{self, JoinHandle};
use wake_ups::{Loop, Sleeper};

fn join<const N: usize>(threads: [JoinHandle<()>; N]) {
    for thread in threads {
        thread.join().unwrap();
    }
}

#[test]
fn no_wake_is_lost() {
    loom::model(|| {
        let mut event_loop = Loop::default();
        let waker = event_loop.waker(7);
        let done = Arc::new(AtomicUsize::new(0));
        let threads = [(); 2].map(|()| {
            let (waker, done) = (waker.clone(), done.clone());
            thread::spawn(move || {
                done.fetch_add(1, Ordering::Relaxed);
                waker.wake();
            })
        });
        // The task looks each time it is resumed, and waits when there is more to come.
        while done.load(Ordering::Relaxed) < 2 {
            assert_eq!(event_loop.next(), 7);
        }
        join(threads);
    });
}

#[test]
fn a_task_that_is_about_to_run_is_not_queued_again_and_sees_what_was_done() {
    loom::model(|| {
        let mut event_loop = Loop::default();
        let waker = event_loop.waker(1);
        // A store that the task may miss if the wake before it does not order the two.
        let done = Arc::new([AtomicUsize::new(0), AtomicUsize::new(0)]);
        let thread = thread::spawn({
            let (waker, done) = (waker.clone(), done.clone());
            move || {
                for stage in &*done {
                    stage.store(1, Ordering::Relaxed);
                    waker.wake_by_ref();
                }
            }
        });
        let mut resumed = 0;
        while done.iter().any(|stage| stage.load(Ordering::Relaxed) == 0) {
            event_loop.next();
            resumed += 1;
            assert_eq!(event_loop.waiting(), 0);
        }
        assert!(resumed <= 2);
        thread.join().unwrap();
    });
}

#[test]
fn what_was_written_before_the_wake_may_be_read_after_it() {
    loom::model(|| {
        let mut event_loop = Loop::default();
        let waker = event_loop.waker(1);
        let message = Arc::new(UnsafeCell::new(0));
        let thread = thread::spawn({
            let message = message.clone();
            move || {
                // Nobody else has it before the wake: loom checks that.
                message.with_mut(|message| unsafe { *message = 5 });
                waker.wake();
            }
        });
        assert_eq!(event_loop.next(), 1);
        message.with(|message| assert_eq!(unsafe { *message }, 5));
        thread.join().unwrap();
    });
}

#[test]
fn several_wakes_are_at_most_as_many_resumptions() {
    loom::model(|| {
        let mut event_loop = Loop::default();
        let waker = event_loop.waker(1);
        let threads = [(); 2].map(|()| {
            let waker = waker.clone();
            thread::spawn(move || waker.wake())
        });
        let mut resumed = 0;
        while event_loop.next_now().is_some() {
            resumed += 1;
            assert_eq!(event_loop.waiting(), 0);
        }
        join(threads);
        while event_loop.next_now().is_some() {
            resumed += 1;
        }
        assert!((1..=2).contains(&resumed), "{resumed}");
    });
}

#[test]
fn each_of_two_tasks_has_its_turn() {
    loom::model(|| {
        let mut event_loop = Loop::default();
        let threads = [1, 2].map(|number| {
            let waker = event_loop.waker(number);
            thread::spawn(move || waker.wake())
        });
        let mut numbers = [event_loop.next(), event_loop.next()];
        numbers.sort();
        assert_eq!(numbers, [1, 2]);
        join(threads);
    });
}

#[test]
fn wakes_from_here_and_from_elsewhere_are_one_queue() {
    loom::model(|| {
        let mut event_loop = Loop::running_here();
        let wakers = [1, 2].map(|number| event_loop.waker(number));
        let [here, elsewhere] = wakers.clone();
        let thread = thread::spawn(move || wakers.iter().for_each(|waker| waker.wake_by_ref()));
        here.wake();
        let mut resumed = [0, 0];
        while resumed.contains(&0) {
            resumed[event_loop.next() as usize - 1] += 1;
        }
        assert!(resumed[0] <= 2 && resumed[1] == 1, "{resumed:?}");
        thread.join().unwrap();
        // What was woken here and not taken is there when the loop runs again.
        elsewhere.wake();
        event_loop.pause();
        let mut left = Vec::new();
        while let Some(number) = event_loop.next_now() {
            left.push(number);
        }
        assert!(left.contains(&2) && left.iter().filter(|&&number| number == 1).count() <= 1);
    });
}

#[test]
fn a_busy_loop_takes_what_comes_from_elsewhere() {
    loom::model(|| {
        let mut event_loop = Loop::running_here();
        let elsewhere = event_loop.waker(2);
        let thread = thread::spawn(move || elsewhere.wake());
        event_loop.waker(1).wake();
        thread.join().unwrap();
        assert_eq!(event_loop.next(), 1);
        assert_eq!(event_loop.waiting(), 1);
        assert_eq!(event_loop.next(), 2);
    });
}

#[test]
fn a_loop_within_a_loop_has_its_own_wakes() {
    loom::model(|| {
        let mut outer = Loop::running_here();
        let of_outer = outer.waker(1);
        let mut inner = Loop::running_here();
        let of_inner = inner.waker(2);
        let thread = thread::spawn({
            let of_inner = of_inner.clone();
            move || of_inner.wake()
        });
        of_outer.wake();
        of_inner.wake();
        assert_eq!(inner.next(), 2);
        inner.pause();
        assert_eq!(outer.next(), 1);
        thread.join().unwrap();
    });
}

#[test]
fn a_wake_after_the_end_does_nothing_and_leaves_nothing() {
    loom::model(|| {
        let event_loop = Loop::default();
        let is_there = event_loop.watch();
        let wakers = [event_loop.waker(1), event_loop.waker(2)];
        let threads = wakers.each_ref().map(|waker| {
            let waker = waker.clone();
            thread::spawn(move || waker.wake())
        });
        drop(event_loop);
        join(threads);
        // What was queued at the last moment went with the queue.
        assert!(!is_there());
        for waker in wakers {
            waker.wake();
        }
    });
}

/// Runs a model of a thread that sleeps and of others that wake it, which it starts. (In loom a thread that
/// waits for another to end must not be unparked. So this is left to one that nobody unparks.)
fn sleeping<const N: usize>(
    model: impl Fn() -> [JoinHandle<()>; N] + Clone + Send + Sync + 'static,
) {
    loom::model(move || join(thread::spawn(model.clone()).join().unwrap()));
}

#[test]
fn a_sleeper_misses_no_wake() {
    sleeping(|| {
        let sleeper = Sleeper::here();
        let done = Arc::new(AtomicUsize::new(0));
        let threads = [(); 2].map(|()| {
            let (waker, done) = (sleeper.waker(), done.clone());
            thread::spawn(move || {
                done.fetch_add(1, Ordering::Relaxed);
                waker.wake();
            })
        });
        while done.load(Ordering::Relaxed) < 2 {
            sleeper.sleep();
        }
        threads
    });
}

#[test]
fn a_sleeper_is_not_woken_by_what_is_meant_for_another() {
    sleeping(|| {
        let sleeper = Sleeper::here();
        let message = Arc::new(UnsafeCell::new(0));
        let here = thread::current();
        let threads = [
            thread::spawn(move || here.unpark()),
            thread::spawn({
                let (waker, message) = (sleeper.waker(), message.clone());
                move || {
                    message.with_mut(|message| unsafe { *message = 5 });
                    waker.wake();
                }
            }),
        ];
        sleeper.sleep();
        message.with(|message| assert_eq!(unsafe { *message }, 5));
        threads
    });
}
