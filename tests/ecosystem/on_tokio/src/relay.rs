//! Channels, and `select!` over several of them.

use std::collections::HashMap;
use std::future::IntoFuture;
use std::generator::{self, Stream, Task};

use tokio::sync::{broadcast, mpsc, oneshot, watch};

/// What [`keep`] is asked.
#[derive(Debug)]
pub enum Request {
    Set(String, u64),
    /// What was last set, to be answered there.
    Get(String, oneshot::Sender<Option<u64>>),
}

/// Keeps numbers under names, for as long as anyone may ask. Returns how many there are in the end.
///
/// The frame is seen as it is: native bodies await it, and so do `async` ones, as it promises to be
/// `IntoFuture`.
pub fn keep(
    mut requests: mpsc::Receiver<Request>,
) => static impl generator::Future<Task, Return = usize> + IntoFuture<Output = usize> {
    let mut numbers = HashMap::new();
    while let Some(request) = await requests.recv() {
        match request {
            Request::Set(name, number) => drop(numbers.insert(name, number)),
            // Whoever asked may be gone.
            Request::Get(name, answer) => drop(answer.send(numbers.get(&name).copied())),
        }
    }
    numbers.len()
}

/// Hands on what comes from two sides until both have ended, or until `stop` says so or is gone.
/// Returns how much that was, or what nobody wanted any more.
pub fn merge<T>(
    mut left: mpsc::Receiver<T>,
    mut right: mpsc::Receiver<T>,
    mut stop: oneshot::Receiver<()>,
    out: mpsc::Sender<T>,
) => static impl Future<Output = Result<usize, mpsc::error::SendError<T>>> {
    let mut count = 0;
    let (mut left_open, mut right_open) = (true, true);
    while left_open || right_open {
        let (next, open) = tokio::select! {
            _ = &mut stop => return Ok(count),
            next = left.recv(), if left_open => (next, &mut left_open),
            next = right.recv(), if right_open => (next, &mut right_open),
        };
        let Some(value) = next else {
            *open = false;
            continue;
        };
        await out.send(value)?;
        count += 1;
    }
    Ok(count)
}

/// Yields a value that changes, as it is now and as it is after each change that is noticed.
pub fn follow<T: Clone>(
    mut value: watch::Receiver<T>,
) => static impl Stream<Task, Yield = T, Return = ()> {
    loop {
        let now = value.borrow_and_update().clone();
        yield now;
        if (await value.changed()).is_err() {
            return;
        }
    }
}

/// Yields what is broadcast, or how many values were missed.
pub fn hear<T: Clone>(
    mut station: broadcast::Receiver<T>,
) => static impl Stream<Task, Yield = Result<T, u64>, Return = ()> {
    loop {
        match await station.recv() {
            Ok(value) => yield Ok(value),
            Err(broadcast::error::RecvError::Lagged(missed)) => yield Err(missed),
            Err(broadcast::error::RecvError::Closed) => return,
        }
    }
}

/// Everything that a stream yields.
pub fn collect<S: Stream<Task, Return = (
    )>>(stream: S,
) => static impl Future<Output = Vec<S::Yield>> {
    let mut all = Vec::new();
    await for value in stream {
        all.push(value);
    }
    all
}
