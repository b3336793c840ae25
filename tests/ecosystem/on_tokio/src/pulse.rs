//! Time: tokio's clock in native bodies.

use std::async_iter::AsyncIterator;
use std::generator::{Stream, Task};
use std::time::Duration;

use tokio::sync::mpsc;
use tokio::time::{self, Instant};

/// Beats `count` times, `period` apart, and tells how long after the first.
pub fn beats(
    period: Duration,
    count: u32,
) => static impl Stream<Task, Yield = Duration, Return = ()> {
    let mut interval = time::interval(period);
    let first = await interval.tick();
    yield Duration::ZERO;
    for _ in 1..count {
        let now = await interval.tick();
        yield now - first;
    }
}

/// Why [`retry`] gave up.
#[derive(Debug, PartialEq, Eq)]
pub enum Failure<E> {
    /// The last attempt ended with this error.
    Error(E),
    /// The last attempt took too long.
    Elapsed,
}

/// Attempts something up to `attempts` times, each for as long as `patience`, with a pause after
/// each failure that is twice as long as the one before.
pub fn retry<T, E, F>(
    attempts: u32,
    patience: Duration,
    mut pause: Duration,
    mut attempt: impl FnMut(u32) -> F,
) => static impl Future<Output = Result<T, Failure<E>>>
where
    F: Future<Output = Result<T, E>>,
{
    let mut number = 0;
    loop {
        let failure = match await time::timeout(patience, attempt(number)) {
            Ok(Ok(value)) => return Ok(value),
            Ok(Err(error)) => Failure::Error(error),
            Err(_) => Failure::Elapsed,
        };
        number += 1;
        if number == attempts {
            return Err(failure);
        }
        await time::sleep(pause);
        pause *= 2;
    }
}

/// Yields what comes in once nothing newer has come for as long as `quiet`.
pub fn settled<T>(
    mut changes: mpsc::Receiver<T>,
    quiet: Duration,
) => static impl AsyncIterator<Item = T> {
    let sleep = time::sleep(quiet);
    tokio::pin!(sleep);
    let mut latest = None;
    loop {
        tokio::select! {
            biased;
            change = changes.recv() => match change {
                Some(change) => {
                    latest = Some(change);
                    sleep.as_mut().reset(Instant::now() + quiet);
                }
                None => break,
            },
            () = &mut sleep, if latest.is_some() => {
                let Some(value) = latest.take() else { unreachable!() };
                yield value;
            }
        }
    }
    if let Some(value) = latest {
        yield value;
    }
}
