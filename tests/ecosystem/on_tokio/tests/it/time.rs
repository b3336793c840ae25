//! Sleeping, timeouts and intervals, on a clock that stands still until everybody waits: it then
//! goes to the next point of time that somebody waits for, so these tests take no time, and the
//! times in them are exact.

use std::cell::Cell;
use std::generator::{Stream, Task};
use std::time::Duration;

use on_tokio::pulse::{self, Failure};
use on_tokio::relay;
use tokio::sync::mpsc;
use tokio::time::{self, Instant};

const SECOND: Duration = Duration::from_secs(1);

#[tokio::test(start_paused = true)]
async fn an_interval_beats() {
    let beats = relay::collect(pulse::beats(SECOND, 4)).await;
    assert_eq!(beats, [Duration::ZERO, SECOND, 2 * SECOND, 3 * SECOND]);
}

#[tokio::test(start_paused = true)]
async fn sleeping_side_by_side_takes_as_long_as_the_longest() {
    fn nap(seconds: u32) => static impl Future<Output = u32> {
        await time::sleep(seconds * SECOND);
        seconds
    }
    fn all() => static impl Future<Output = u32> {
        let (a, b, c) = tokio::join!(nap(3), nap(7), nap(5));
        a + b + c + await nap(2)
    }
    let start = Instant::now();
    assert_eq!(all().await, 17);
    assert_eq!(start.elapsed(), 9 * SECOND);
}

#[tokio::test(start_paused = true)]
async fn what_fails_is_attempted_again() {
    let start = Instant::now();
    let attempts = Cell::new(0);
    let outcome = pulse::retry(5, SECOND, SECOND, |number| {
        attempts.set(attempts.get() + 1);
        async move { if number == 3 { Ok("there") } else { Err(number) } }
    });
    assert_eq!(outcome.await, Ok("there"));
    assert_eq!(attempts.get(), 4);
    // The pauses: 1, 2 and 4.
    assert_eq!(start.elapsed(), 7 * SECOND);
}

#[tokio::test(start_paused = true)]
async fn retrying_ends_with_the_last_failure() {
    fn slower(number: u32) => static impl Future<Output = Result<(), u32>> {
        await time::sleep((number + 1) * SECOND / 2);
        Err(number)
    }
    let start = Instant::now();
    assert_eq!(pulse::retry(1, SECOND, SECOND, slower).await, Err(Failure::Error(0)));
    assert_eq!(start.elapsed(), SECOND / 2);
    let start = Instant::now();
    assert_eq!(pulse::retry(3, SECOND + SECOND / 4, SECOND, slower).await, Err(Failure::Elapsed));
    // Attempts of 0.5, 1 and 1.25, pauses of 1 and 2.
    assert_eq!(start.elapsed(), 23 * SECOND / 4);
}

#[tokio::test(start_paused = true)]
async fn what_is_timed_out_is_dropped() {
    fn holding(_held: mpsc::Sender<()>) => static impl Future<Output = ()> {
        await std::future::pending()
    }
    let (held, mut end) = mpsc::channel(1);
    assert!(time::timeout(SECOND, holding(held)).await.is_err());
    assert_eq!(end.recv().await, None);
}

#[tokio::test(start_paused = true)]
async fn changes_settle() {
    fn typing(out: mpsc::Sender<&'static str>) => static impl Future<Output = ()> {
        for (text, pause) in [("h", 1), ("he", 2), ("hey", 5), ("hey y", 1), ("hey you", 9)] {
            out.send(text).await.unwrap();
            await time::sleep(pause * SECOND);
        }
        out.send("hey you!").await.unwrap();
    }
    // An `AsyncIterator` has no adapters yet: this is a future for each of its items.
    fn all(
        changes: mpsc::Receiver<&'static str>,
    ) => static impl Future<Output = Vec<&'static str>> {
        let settled = pulse::settled(changes, 3 * SECOND);
        tokio::pin!(settled);
        let mut all = Vec::new();
        while let Some(text) = await next(settled.as_mut()) {
            all.push(text);
        }
        all
    }
    let (sender, changes) = mpsc::channel(1);
    let typing = tokio::spawn(typing(sender));
    assert_eq!(all(changes).await, ["hey", "hey you", "hey you!"]);
    typing.await.unwrap();
}

fn next<S: std::async_iter::AsyncIterator>(
    mut items: std::pin::Pin<&mut S>,
) => static impl Future<Output = Option<S::Item>> {
    await std::future::poll_fn(|context| items.as_mut().poll_next(context))
}

#[tokio::test(start_paused = true)]
async fn a_stream_and_a_clock_at_once() {
    /// Counts the beats of a faster stream between those of a slower one.
    fn count(
        fast: impl Stream<Task, Yield = Duration, Return = ()>,
    ) => static impl Future<Output = Vec<u32>> {
        let mut counts = vec![0];
        let mut deadline = SECOND;
        await for at in fast {
            while at >= deadline {
                counts.push(0);
                deadline += SECOND;
            }
            *counts.last_mut().unwrap() += 1;
        }
        counts
    }
    assert_eq!(count(pulse::beats(SECOND / 4, 11)).await, [4, 4, 3]);
}
