//@ run-pass
//@ edition: 2024
//@ needs-unwind
//@ revisions: on off
//@[on] compile-flags: -Zinline-awaited=yes -Zvalidate-mir
//@[off] compile-flags: -Zinline-awaited=no

// What is awaited where it is known whose body it has does the same as what is awaited in a box: to its
// end, dropped at each suspend point, and with a panic at each event.

#![feature(native_generators)]

use std::cell::{Cell, RefCell};
use std::panic::{AssertUnwindSafe, catch_unwind, panic_any};
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

thread_local! {
    static LOG: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
    static UNTIL_PANIC: Cell<usize> = const { Cell::new(usize::MAX) };
}

fn event(what: impl Into<String>) {
    LOG.with_borrow_mut(|log| log.push(what.into()));
    let left = UNTIL_PANIC.get();
    UNTIL_PANIC.set(left.wrapping_sub(1));
    if left == 0 {
        panic_any(());
    }
}

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        let what = format!("drop {}", self.0);
        if std::thread::panicking() {
            LOG.with_borrow_mut(|log| log.push(what));
        } else {
            event(what);
        }
    }
}

/// Waits so many times.
struct Wait(u32);

impl std::future::Future for Wait {
    type Output = u32;

    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<u32> {
        event("poll");
        if self.0 == 0 {
            return Poll::Ready(7);
        }
        self.0 -= 1;
        Poll::Pending
    }
}

macro_rules! direct {
    ($inner:expr) => {
        $inner
    };
}

macro_rules! boxed {
    ($inner:expr) => {
        Box::pin($inner)
    };
}

macro_rules! async_bodies {
    ($module:ident $known:ident) => {
        mod $module {
            use super::*;

            async fn leaf(name: &'static str, argument: Noisy, times: u32) -> Result<u32, Noisy> {
                event(format!("enter {name}"));
                let kept = Noisy("kept");
                let first = Wait(times).await;
                if times == 3 {
                    return Err(argument);
                }
                drop(kept);
                let _after = Noisy("after");
                event("between");
                let second = Wait(1).await;
                Ok(first + second)
            }

            async fn never_waits(argument: Noisy) -> Noisy {
                let _local = Noisy("local of one that never waits");
                event("never waits");
                argument
            }

            async fn middle(times: u32, argument: Noisy) -> Result<u32, Noisy> {
                let _before = Noisy("before");
                let moved = $known!(never_waits(argument)).await;
                let one = $known!(leaf("one", moved, times)).await?;
                let mut total = one;
                for round in 0..2 {
                    let _in_loop = Noisy("in loop");
                    total += match $known!(leaf("two", Noisy("of two"), round)).await {
                        Ok(it) => it,
                        Err(_) => break,
                    };
                    if round == 1 {
                        continue;
                    }
                    let block = async {
                        let _in_block = Noisy("in block");
                        Wait(1).await + total
                    };
                    event("made");
                    total = $known!(block).await;
                }
                Ok(total)
            }

            async fn tail(times: u32) -> Result<u32, Noisy> {
                $known!(middle(times, Noisy("argument"))).await
            }

            pub async fn outer(times: u32) -> u32 {
                let _outer = Noisy("outer");
                let made = tail(times);
                Wait(1).await;
                let one = match $known!(made).await {
                    Ok(it) => it,
                    Err(noisy) => {
                        event(format!("got {}", noisy.0));
                        0
                    }
                };
                one + $known!(tail(1)).await.unwrap_or(100)
            }
        }
    };
}

async_bodies!(async_direct direct);
async_bodies!(async_boxed boxed);

macro_rules! native_boxed {
    ($inner:expr) => {{
        use std::generator::IntoBox;
        $inner.into_box()
    }};
}

macro_rules! native_bodies {
    ($module:ident $known:ident $($immovable:ident)?) => {
        mod $module {
            use super::*;
            use std::generator::{Executor, Future, Stream, Task};

            fn leaf(name: &'static str, argument: Noisy) => $($immovable)? impl Future<Task, Return = Noisy> {
                event(format!("enter {name}"));
                let _kept = Noisy("kept");
                await Wait(2);
                argument
            }

            fn values(argument: Noisy, count: u32) => $($immovable)? impl Stream<Task, Yield = Noisy, Return = u32> {
                for _ in 0..count {
                    let value = Noisy("value");
                    event("value");
                    yield value;
                    await Wait(1);
                }
                let _argument = $known!(leaf("of values", argument)).await;
                yield.. $known!(more(count));
                count
            }

            fn more<E: Executor>(count: u32) => $($immovable)? impl Stream<E, Yield = Noisy, Return = ()> {
                let _more = Noisy("more");
                for _ in 0..count {
                    yield Noisy("more value");
                }
            }

            fn all(argument: Noisy) => $($immovable)? impl Stream<Task, Yield = Noisy, Return = u32> {
                let _all = Noisy("all");
                let total = yield.. $known!(values(argument, 2));
                total + yield.. $known!(values(Noisy("second"), 1))
            }

            pub fn outer(_: u32) => $($immovable)? impl Future<Task, Return = u32> {
                let mut total = 0;
                let _outer = Noisy("outer");
                let result = await for value in $known!(all(Noisy("argument"))) {
                    let _value = value;
                    drop($known!(leaf("of block", Noisy("of block"))).await);
                    total += 1;
                };
                total + result
            }
        }
    };
}

native_bodies!(movable_direct direct);
native_bodies!(movable_boxed native_boxed);
native_bodies!(static_direct direct static);
native_bodies!(static_boxed native_boxed static);

/// What happens when a future is polled so many times at most and then dropped.
fn events<F: std::future::Future<Output = u32>>(
    make: impl FnOnce() -> F,
    polls: usize,
    until_panic: usize,
) -> Vec<String> {
    LOG.take();
    UNTIL_PANIC.set(until_panic);
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        let mut future = Box::pin(make());
        let mut context = Context::from_waker(Waker::noop());
        for _ in 0..polls {
            if let Poll::Ready(value) = future.as_mut().poll(&mut context) {
                event(format!("ready {value}"));
                return true;
            }
        }
        event("dropped");
        drop(future);
        false
    }));
    let mut log = LOG.take();
    log.push(format!("{:?}", outcome.map_err(drop)));
    log
}

fn compare<F, G>(direct: fn(u32) -> F, boxed: fn(u32) -> G)
where
    F: std::future::Future<Output = u32>,
    G: std::future::Future<Output = u32>,
{
    for times in [0, 2, 3] {
        let to_the_end = events(|| boxed(times), usize::MAX, usize::MAX);
        assert_eq!(events(|| direct(times), usize::MAX, usize::MAX), to_the_end);
        for polls in 0..30 {
            let expected = events(|| boxed(times), polls, usize::MAX);
            assert_eq!(events(|| direct(times), polls, usize::MAX), expected, "{polls}");
            // The destructors of what is held panic, one after the other.
            let begins = expected.iter().position(|event| event == "dropped");
            for panics in begins.unwrap_or(0)..expected.len() {
                let expected = events(|| boxed(times), polls, panics);
                assert_eq!(events(|| direct(times), polls, panics), expected, "{polls} {panics}");
            }
        }
        for panics in 0..to_the_end.len() {
            let expected = events(|| boxed(times), usize::MAX, panics);
            assert_eq!(events(|| direct(times), usize::MAX, panics), expected, "{panics}");
        }
    }
}

fn main() {
    std::panic::set_hook(Box::new(|_| {}));
    compare(async_direct::outer, async_boxed::outer);
    use std::generator::Generator;
    compare(
        |times| movable_direct::outer(times).into_core(),
        |times| movable_boxed::outer(times).into_core(),
    );
    compare(
        |times| static_direct::outer(times).into_core(),
        |times| static_boxed::outer(times).into_core(),
    );
}
