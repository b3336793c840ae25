use core::cell::Cell;
use core::future::{Future, IntoFuture, poll_fn};
use core::generator::{self, Generator, State, Task};
use core::pin::{Pin, pin};
use core::task::{Context, Poll, Waker};
use std::generator::block_on;

use super::Drops;
#[cfg(panic = "unwind")]
use super::panic_message;

fn poll<F: Future + ?Sized>(future: Pin<&mut F>) -> Poll<F::Output> {
    future.poll(&mut Context::from_waker(Waker::noop()))
}

/// Is pending as often, and wakes the task each time.
fn pending(mut times: u32) -> impl generator::Future<Task, Return = ()> + Unpin + Clone {
    generator::from_fn(move |task: &mut Task| {
        if times == 0 {
            return State::Complete(());
        }
        times -= 1;
        task.waker().wake();
        State::Blocked(())
    })
}

fn double(n: u32, times: u32) => impl Future<Output = u32> + Clone + core::fmt::Debug {
    await pending(times);
    2 * n
}

#[test]
fn is_pending_while_it_waits() {
    let mut double = double(4, 2);
    assert_eq!(poll(Pin::new(&mut double)), Poll::Pending);
    assert_eq!(poll(Pin::new(&mut double)), Poll::Pending);
    assert_eq!(poll(Pin::new(&mut double)), Poll::Ready(8));
}

#[test]
fn runs_nothing_before_it_is_polled() {
    fn set(flag: &Cell<bool>) => impl Future<Output = ()> {
        flag.set(true);
    }

    let flag = Cell::new(false);
    let set = set(&flag);
    assert!(!flag.get());
    assert_eq!(poll(pin!(set)), Poll::Ready(()));
    assert!(flag.get());
}

#[test]
fn may_move_between_polls() {
    let mut frame = double(1, 2);
    assert!(poll(Pin::new(&mut frame)).is_pending());
    let mut boxed = Box::new(frame);
    assert!(poll(Pin::new(&mut *boxed)).is_pending());
    assert_eq!(poll(pin!(*boxed)), Poll::Ready(2));
}

#[test]
fn an_immovable_one_borrows_from_itself() {
    fn sum(numbers: [u32; 3]) => static impl Future<Output = u32> {
        let mut sum = 0;
        for n in &numbers {
            await pending(1);
            sum += n;
        }
        sum
    }

    let mut sum = pin!(sum([1, 2, 3]));
    for _ in 0..3 {
        assert!(poll(sum.as_mut()).is_pending());
    }
    assert_eq!(poll(sum), Poll::Ready(6));
}

#[test]
fn is_a_future_for_everyone() {
    async fn quadruple(n: u32) -> u32 {
        double(double(n, 1).await, 1).await
    }

    fn through_a_generator(n: u32) => impl generator::Future<Task, Return = u32> {
        await double(n, 1) + double(n, 0).await
    }

    assert_eq!(block_on(quadruple(3)), 12);
    assert_eq!(block_on(through_a_generator(3)), 12);
    let mut boxed: Pin<Box<dyn Future<Output = u32> + '_>> = Box::pin(double(5, 0));
    assert_eq!(poll(boxed.as_mut()), Poll::Ready(10));
}

#[test]
fn goes_on_in_another_thread() {
    let mut frame = double(3, 1);
    assert!(poll(Pin::new(&mut frame)).is_pending());
    let output = std::thread::spawn(move || poll(pin!(frame))).join().unwrap();
    assert_eq!(output, Poll::Ready(6));
}

#[test]
fn drops_what_it_holds() {
    fn holds<'a>(argument: Drops<'a>, drops: &'a Cell<u32>) => impl Future<Output = ()> {
        let _argument = argument;
        await pending(1);
        let _local = Drops(drops);
        await pending(1);
    }

    for (polls, dropped_by_body, total) in [(0, 0, 1), (1, 0, 1), (2, 0, 2), (3, 2, 2)] {
        let drops = Cell::new(0);
        let mut frame = Box::pin(holds(Drops(&drops), &drops));
        for _ in 0..polls {
            let _ = poll(frame.as_mut());
        }
        assert_eq!(drops.get(), dropped_by_body, "after {polls} polls");
        drop(frame);
        assert_eq!(drops.get(), total, "after {polls} polls and the drop");
    }
}

#[test]
#[should_panic = "generator resumed after completion"]
fn panics_after_completion() {
    let mut frame = double(1, 0);
    assert!(poll(Pin::new(&mut frame)).is_ready());
    let _ = poll(Pin::new(&mut frame));
}

#[test]
#[cfg(panic = "unwind")]
fn panics_after_panicking() {
    fn oops() => impl Future<Output = ()> + core::fmt::Debug {
        await pending(1);
        panic!("oops");
    }

    let mut frame = oops();
    assert!(poll(Pin::new(&mut frame)).is_pending());
    assert_eq!(panic_message(|| poll(Pin::new(&mut frame))), "oops");
    let message = panic_message(|| poll(Pin::new(&mut frame)));
    assert_eq!(message, "generator resumed after panicking");
    assert!(format!("{frame:?}").ends_with(" (panicked)"));
}

#[test]
fn debug_tells_place_and_phase() {
    let mut frame = double(1, 1);
    let unresumed = format!("{frame:?}");
    let place = unresumed.strip_suffix(" (unresumed)").unwrap();
    assert!(place.starts_with("{generator@") && place.contains("frame_future.rs:"), "{place}");
    let _ = poll(Pin::new(&mut frame));
    assert_eq!(format!("{frame:?}"), format!("{place} (suspended)"));
    let _ = poll(Pin::new(&mut frame));
    assert_eq!(format!("{frame:?}"), format!("{place} (complete)"));
}

#[test]
fn clones_go_on_by_themselves() {
    let mut frame = double(4, 1);
    let mut unresumed = frame.clone();
    assert!(poll(Pin::new(&mut frame)).is_pending());
    let mut suspended = frame.clone();
    assert_eq!(poll(Pin::new(&mut frame)), Poll::Ready(8));
    assert_eq!(poll(Pin::new(&mut suspended)), Poll::Ready(8));
    assert!(poll(Pin::new(&mut unresumed)).is_pending());
}

/// A raw frame is no future itself, but `async` code awaits it all the same.
#[test]
fn a_raw_frame_turns_into_a_future() {
    let triple = |n: u32| => {
        await pending(1);
        3 * n
    };
    async fn takes<F: IntoFuture<Output = u32>>(future: F) -> u32 {
        future.await
    }

    assert_eq!(block_on(takes(triple(2))), 6);
    assert_eq!(block_on(async move { triple(3).await }), 9);
}

#[test]
fn a_raw_frame_goes_on_where_it_stands() {
    let steps = Cell::new(0);
    let counts = || => {
        for _ in 0..3 {
            steps.set(steps.get() + 1);
            await pending(1);
        }
        steps.get()
    };
    let mut frame = counts();
    block_on(poll_fn(|context| {
        let mut once = generator::from_fn(|task: &mut Task| {
            assert!(frame.step(task).is_blocked());
            State::Complete(())
        });
        Pin::new(&mut once.by_mut().into_core()).poll(context)
    }));
    assert_eq!(steps.get(), 1);
    let mut future = pin!(frame.into_future());
    assert!(poll(future.as_mut()).is_pending());
    assert!(poll(future.as_mut()).is_pending());
    assert_eq!(poll(future.as_mut()), Poll::Ready(3));
}
