use core::future::{Future as _, poll_fn};
use core::generator::{self, Future, Generator, State, Task};
use core::marker::PhantomPinned;
use core::mem;
use core::pin::{Pin, pin};
use core::task::{Context, Poll, Waker};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::task::Wake;

#[cfg(panic = "unwind")]
use super::panic_message;

/// Counts how often it is woken.
#[derive(Default)]
struct Wakes(AtomicU32);

impl Wake for Wakes {
    fn wake(self: Arc<Self>) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }
}

impl Wakes {
    fn new() -> (Arc<Wakes>, Waker) {
        let wakes = Arc::new(Wakes::default());
        (wakes.clone(), wakes.into())
    }

    fn count(&self) -> u32 {
        self.0.load(Ordering::Relaxed)
    }
}

fn poll<F: core::future::Future>(future: Pin<&mut F>, waker: &Waker) -> Poll<F::Output> {
    future.poll(&mut Context::from_waker(waker))
}

/// Calls `f` with a task.
fn with_task<R>(waker: &Waker, f: impl FnOnce(&mut Task) -> R) -> R {
    let mut f = Some(f);
    let once = generator::from_fn(move |task: &mut Task| State::Complete(f.take().unwrap()(task)));
    let Poll::Ready(value) = poll(pin!(once.into_core()), waker) else { unreachable!() };
    value
}

#[test]
fn gives_the_waker_of_the_poll() {
    let (wakes, waker) = Wakes::new();
    with_task(&waker, |task| {
        assert!(task.waker().will_wake(&waker));
        task.waker().wake();
    });
    assert_eq!(wakes.count(), 1);
}

#[test]
fn lends_the_context() {
    let (wakes, waker) = Wakes::new();
    let answer = with_task(&waker, |task| {
        task.with_context(|context| {
            context.waker().wake_by_ref();
            42
        })
    });
    assert_eq!((answer, wakes.count()), (42, 1));
}

#[test]
fn each_poll_has_its_own_context() {
    fn three() => impl Future<Task, Return = ()> {
        for _ in 0..3 {
            (ref executor).waker().wake();
            let mut is_over = false;
            await poll_fn(move |_| match mem::replace(&mut is_over, true) {
                true => Poll::Ready(()),
                false => Poll::Pending,
            });
        }
    }

    let mut three = pin!(three().into_core());
    for expected in [1, 1, 1, 0] {
        let (wakes, waker) = Wakes::new();
        assert_eq!(poll(three.as_mut(), &waker).is_pending(), expected == 1);
        assert_eq!(wakes.count(), expected);
    }
}

#[test]
fn polls_other_futures_with_its_context() {
    let (wakes, waker) = Wakes::new();
    let output = with_task(&waker, |task| {
        let inner = pin!(async {
            poll_fn(|context| Poll::Ready(context.waker().wake_by_ref())).await;
            "inner"
        });
        task.with_context(|context| inner.poll(context))
    });
    assert_eq!((output, wakes.count()), (Poll::Ready("inner"), 1));
}

/// A generator that is polled with a context made inside of `with_context` has that one, and the
/// outer one is what it was afterwards.
#[test]
fn contexts_nest() {
    let (outer_wakes, outer) = Wakes::new();
    let (inner_wakes, inner) = Wakes::new();
    with_task(&outer, |task| {
        task.with_context(|context| {
            with_task(&inner, |inner_task| {
                inner_task.waker().wake();
                context.waker().wake_by_ref();
                inner_task.waker().wake();
            });
            context.waker().wake_by_ref();
        });
        task.waker().wake();
    });
    assert_eq!((outer_wakes.count(), inner_wakes.count()), (3, 2));
}

/// What a task is, is where it is. So nothing comes of exchanging two of them.
#[test]
fn tasks_cannot_be_exchanged() {
    let (outer_wakes, outer) = Wakes::new();
    let (inner_wakes, inner) = Wakes::new();
    with_task(&outer, |outer_task| {
        with_task(&inner, |inner_task| {
            mem::swap(outer_task, inner_task);
            inner_task.waker().wake();
        });
        assert!(outer_task.waker().will_wake(&outer));
    });
    assert_eq!((outer_wakes.count(), inner_wakes.count()), (0, 1));
}

#[test]
fn a_waker_may_be_kept() {
    let (wakes, waker) = Wakes::new();
    let kept = with_task(&waker, |task| task.waker());
    drop(waker);
    kept.wake_by_ref();
    kept.wake();
    assert_eq!(wakes.count(), 2);
}

#[test]
#[cfg(panic = "unwind")]
fn a_panic_in_the_closure_leaves_the_task_as_it_was() {
    let (wakes, waker) = Wakes::new();
    with_task(&waker, |task| {
        assert_eq!(panic_message(|| task.with_context(|_| -> () { panic!("oops") })), "oops");
        task.waker().wake();
    });
    assert_eq!(wakes.count(), 1);
}

#[test]
fn prints_nothing_of_the_context() {
    with_task(Waker::noop(), |task| assert_eq!(format!("{task:?}"), "Task { .. }"));
}

#[test]
fn into_core_is_pending_while_the_generator_is_blocked() {
    let mut left = 2;
    let countdown = generator::from_fn(move |_: &mut Task| {
        if left == 0 {
            return State::Complete("liftoff");
        }
        left -= 1;
        State::Blocked(())
    });
    let mut countdown = countdown.into_core();
    assert_eq!(poll(Pin::new(&mut countdown), Waker::noop()), Poll::Pending);
    assert_eq!(poll(Pin::new(&mut countdown), Waker::noop()), Poll::Pending);
    assert_eq!(poll(Pin::new(&mut countdown), Waker::noop()), Poll::Ready("liftoff"));
}

#[test]
fn into_core_takes_what_must_be_pinned() {
    struct Pinned(#[allow(dead_code)] PhantomPinned, u32);

    impl Generator<Task> for Pinned {
        type Yield = !;
        type Return = u32;
        fn resume(self: Pin<&mut Self>, _: &mut Task) -> State<!, u32, ()> {
            State::Complete(self.1)
        }
    }

    fn sum() => static impl Future<Task, Return = u32> {
        let numbers = [1, 2, 3];
        let mut sum = 0;
        for n in &numbers {
            sum += await core::future::ready(*n);
        }
        sum
    }

    let pinned = pin!(Pinned(PhantomPinned, 4).into_core());
    assert_eq!(poll(pinned, Waker::noop()), Poll::Ready(4));
    assert_eq!(poll(pin!(sum().into_core()), Waker::noop()), Poll::Ready(6));
}

#[test]
fn there_and_back() {
    // A future, as a generator, as a future, as a generator …
    let future = async { 1 };
    let generator = future.into_core().into_core().map_return(|n| n + 1);
    let future = async { generator.into_core().await + 1 };
    assert_eq!(poll(pin!(future), Waker::noop()), Poll::Ready(3));
}

#[test]
#[cfg(panic = "unwind")]
fn into_core_is_as_fused_as_the_generator() {
    fn one() => impl Future<Task, Return = u32> {
        1
    }

    let mut one = pin!(one().into_core());
    assert_eq!(poll(one.as_mut(), Waker::noop()), Poll::Ready(1));
    let message = panic_message(|| poll(one.as_mut(), Waker::noop()));
    assert_eq!(message, "generator resumed after completion");
}

#[test]
fn into_core_clones_and_prints() {
    let ready = Generator::<Task>::into_core(generator::ready(1));
    assert_eq!(format!("{ready:?}"), "IntoCore { generator: Ready { value: Some(1) } }");
    assert_eq!(poll(pin!(ready.clone()), Waker::noop()), Poll::Ready(1));
    assert_eq!(poll(pin!(ready), Waker::noop()), Poll::Ready(1));
}

#[test]
fn a_future_is_resumed_with_the_context_of_the_task() {
    let (wakes, waker) = Wakes::new();
    with_task(&waker, |task| {
        let mut is_woken = false;
        let mut future = poll_fn(|context| match mem::replace(&mut is_woken, true) {
            true => Poll::Ready("woken"),
            false => {
                context.waker().wake_by_ref();
                Poll::Pending
            }
        });
        assert_eq!(future.step(task), State::Blocked(()));
        assert_eq!(future.step(task), State::Complete("woken"));
    });
    assert_eq!(wakes.count(), 1);
}
