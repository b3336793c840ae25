//! What the futures crate makes of futures, made of the futures of native bodies; and awaited in them.

use std::panic::AssertUnwindSafe;
use std::pin::pin;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

use futures::channel::{mpsc, oneshot};
use futures::executor::{LocalPool, ThreadPool, block_on};
use futures::future::{self, AbortHandle, Abortable, BoxFuture, Either, LocalBoxFuture};
use futures::stream::{FuturesOrdered, FuturesUnordered};
use futures::task::{LocalSpawnExt, SpawnExt};
use futures::{FutureExt, SinkExt, StreamExt, TryFutureExt};

use crate::pause;

/// `n`, after it was polled as often as `times` says.
fn later(n: u32, times: u32) => impl Future<Output = u32> {
    await pause(times);
    n
}

fn fallible(n: u32, times: u32) => impl Future<Output = Result<u32, String>> {
    await pause(times);
    if n % 2 == 0 { Ok(n) } else { Err(format!("{n} is odd")) }
}

#[test]
fn join_all_keeps_the_order() {
    let all = future::join_all((0..20).map(|n| later(n, 20 - n)));
    assert!(block_on(all).into_iter().eq(0..20));
    let even = future::try_join_all([2, 4, 6].map(|n| fallible(n, n)));
    assert_eq!(block_on(even), Ok(vec![2, 4, 6]));
    let odd = future::try_join_all([8, 5, 3].map(|n| fallible(n, n)));
    assert_eq!(block_on(odd), Err("3 is odd".to_string()));
}

#[test]
fn futures_unordered_come_as_they_end() {
    fn all() => static impl Future<Output = Vec<u32>> {
        let mut running: FuturesUnordered<_> = [3, 1, 2].map(|n| later(n, n)).into_iter().collect();
        let mut all = Vec::new();
        while let Some(n) = await running.next() {
            all.push(n);
            if n == 1 {
                running.push(later(0, 0));
            }
        }
        all
    }
    assert_eq!(block_on(all()), [1, 0, 2, 3]);
    let ordered: FuturesOrdered<_> = [3, 1, 2].map(|n| later(n, n)).into_iter().collect();
    assert_eq!(block_on(ordered.collect::<Vec<_>>()), [3, 1, 2]);
}

#[test]
fn a_thousand_frames_in_a_set() {
    let sum = Arc::new(AtomicU32::new(0));
    let all: FuturesUnordered<_> = (0..1000)
        .map(|n| {
            let sum = Arc::clone(&sum);
            let add = move |times: u32| => {
                await pause(times);
                sum.fetch_add(n, Ordering::Relaxed);
            };
            add(n % 7).into_future()
        })
        .collect();
    assert_eq!(block_on(all.count()), 1000);
    assert_eq!(sum.load(Ordering::Relaxed), 499_500);
}

#[test]
fn select_functions() {
    fn race() => impl Future<Output = (u32, u32)> {
        let Either::Right((first, rest)) = await future::select(later(1, 3), later(2, 1)) else {
            panic!("the slower one was first");
        };
        (first, await rest)
    }
    assert_eq!(block_on(race()), (2, 1));
    let (first, at, rest) = block_on(future::select_all([5, 2, 4].map(|n| later(n, n))));
    assert_eq!((first, at, rest.len()), (2, 1, 2));
    let (first, _) = block_on(future::select_ok([3, 2, 5].map(|n| fallible(n, n)))).unwrap();
    assert_eq!(first, 2);
}

#[test]
fn select_join_and_pin_macros() {
    fn all(numbers: mpsc::Receiver<u32>) => static impl Future<Output = (u32, bool)> {
        let mut numbers = numbers.fuse();
        let end = later(100, 5).fuse();
        futures::pin_mut!(end);
        let mut sum = 0;
        loop {
            futures::select_biased! {
                n = numbers.select_next_some() => sum += n,
                n = end => {
                    sum += n;
                    break;
                }
            }
        }
        let (a, b) = futures::join!(later(1, 2), later(2, 1));
        let tried = futures::try_join!(fallible(2, 1), fallible(3, 2));
        let mut never = later(0, u32::MAX).fuse();
        futures::select! {
            _ = never => unreachable!(),
            default => {}
        }
        (sum + a + b, tried.is_err())
    }
    let (mut sender, numbers) = mpsc::channel(4);
    for n in 1..=4 {
        sender.try_send(n).unwrap();
    }
    assert_eq!(block_on(all(numbers)), (113, true));
}

#[test]
fn pending_is_passed_on_in_between() {
    let mut race = pin!(future::select(later(1, 2), later(2, 4)));
    let mut context = std::task::Context::from_waker(futures::task::noop_waker_ref());
    assert!(race.as_mut().poll(&mut context).is_pending());
    assert!(race.as_mut().poll(&mut context).is_pending());
    let poll = race.as_mut().poll(&mut context);
    assert!(matches!(poll, std::task::Poll::Ready(Either::Left((1, _)))));
}

#[test]
fn combinators_on_native_futures() {
    assert_eq!(block_on(later(2, 1).map(|n| n + 1).then(|n| later(n, 1))), 3);
    assert_eq!(block_on(fallible(2, 1).and_then(|n| fallible(n + 1, 1))), Err("3 is odd".into()));
    assert_eq!(
        block_on(fallible(1, 1).or_else(|text| async move { Err::<u32, _>(text.len()) })),
        Err(8)
    );
    assert_eq!(block_on(fallible(4, 0).map_ok(|n| n * 2).unwrap_or_else(|_| 0)), 8);
    assert_eq!(later(1, 0).now_or_never(), Some(1));
    assert_eq!(later(1, 1).now_or_never(), None);
    let shared = later(7, 2).shared();
    assert_eq!(block_on(future::join(shared.clone(), shared)), (7, 7));
    let boxed: BoxFuture<'static, u32> = later(1, 1).boxed();
    let local: LocalBoxFuture<'static, u32> = later(2, 1).boxed_local();
    assert_eq!(block_on(future::join(boxed, local)), (1, 2));
    assert_eq!(block_on(later(3, 1).into_stream().collect::<Vec<_>>()), [3]);
}

#[test]
fn combinators_in_native_bodies() {
    fn all(shared: future::Shared<BoxFuture<'static, u32>>) => impl Future<Output = u32> {
        let three = await future::lazy(|_| 3);
        let four = later(4, 1).map(|n| n).await;
        let boxed = await async { 5 }.boxed();
        let erased: BoxFuture<'_, u32> = Box::pin(later(6, 1));
        await shared.clone() + three + four + boxed + await erased + await shared
    }
    assert_eq!(block_on(all(later(1, 3).boxed().shared())), 20);
}

#[test]
fn panics_are_caught() {
    fn panicking(n: u32) => impl Future<Output = u32> {
        await pause(1);
        assert_ne!(n, 1, "made up");
        n
    }
    // A frame is `UnwindSafe` by what it holds: this one is.
    assert_eq!(block_on(panicking(0).catch_unwind()).unwrap(), 0);
    let payload = block_on(panicking(1).catch_unwind()).unwrap_err();
    assert!(payload.downcast_ref::<String>().unwrap().contains("made up"));
    let log = Mutex::new(Vec::new());
    let noting = |n: u32| => {
        await pause(1);
        log.lock().unwrap().push(n);
        panic!("made up");
    };
    assert!(block_on(AssertUnwindSafe(noting(3).into_future()).catch_unwind()).is_err());
    assert_eq!(log.into_inner().unwrap_or_else(|poisoned| poisoned.into_inner()), [3]);
}

#[test]
fn aborting_drops_the_frame() {
    fn holding(_held: oneshot::Sender<()>) => impl Future<Output = ()> {
        await future::pending()
    }
    let (held, dropped) = oneshot::channel();
    let (handle, registration) = AbortHandle::new_pair();
    let mut pool = LocalPool::new();
    let outcome = Arc::new(Mutex::new(None));
    let noted = Arc::clone(&outcome);
    let note = move |ended| *noted.lock().unwrap() = Some(ended);
    pool.spawner().spawn_local(Abortable::new(holding(held), registration).map(note)).unwrap();
    pool.run_until_stalled();
    assert_eq!(*outcome.lock().unwrap(), None);
    handle.abort();
    pool.run();
    assert_eq!(*outcome.lock().unwrap(), Some(Err(future::Aborted)));
    assert_eq!(block_on(dropped), Err(oneshot::Canceled));
}

#[test]
fn a_pool_of_threads_runs_native_bodies() {
    fn count(mut out: mpsc::Sender<u64>, from: u64) => static impl Future<Output = ()> {
        for n in (from..1000).step_by(4) {
            out.send(n).await.expect("somebody listens");
        }
    }
    fn sum(mut numbers: mpsc::Receiver<u64>) => static impl Future<Output = u64> {
        let mut sum = 0;
        while let Some(n) = await numbers.next() {
            sum += n;
        }
        sum
    }
    let pool = ThreadPool::builder().pool_size(2).create().unwrap();
    let (out, numbers) = mpsc::channel(3);
    for from in 0..4 {
        pool.spawn(count(out.clone(), from)).unwrap();
    }
    drop(out);
    let sum = pool.spawn_with_handle(sum(numbers)).unwrap();
    assert_eq!(block_on(sum), 499_500);
}
