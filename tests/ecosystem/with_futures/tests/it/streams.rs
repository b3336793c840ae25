//! Frames with the face `AsyncIterator` under the adapters of the futures crate, and streams of the
//! futures crate in native bodies.

use std::async_iter::AsyncIterator;
use std::cell::Cell;
use std::generator::{self, Generator, Task};
use std::pin::pin;

use futures::channel::mpsc;
use futures::executor::{block_on, block_on_stream};
use futures::stream::{self, BoxStream, FusedStream};
use futures::{SinkExt, Stream, StreamExt, TryStreamExt};
use with_futures::{Items, Values};

use crate::pause;

fn count(below: u32) => impl AsyncIterator<Item = u32> + Clone {
    for n in 0..below {
        await pause(n % 3);
        yield n;
    }
}

fn numbers(text: &str) => impl AsyncIterator<Item = Result<u32, std::num::ParseIntError>> {
    for word in text.split(' ') {
        await pause(1);
        yield word.parse();
    }
}

fn all<S: Stream>(stream: S) -> Vec<S::Item> {
    block_on(stream.collect())
}

#[test]
fn adapters() {
    assert_eq!(all(Items(count(4))), [0, 1, 2, 3]);
    assert_eq!(all(Items(count(4)).map(|n| n * n)), [0, 1, 4, 9]);
    assert_eq!(all(Items(count(9)).filter(|n| std::future::ready(n % 3 == 0))), [0, 3, 6]);
    assert_eq!(all(Items(count(5)).filter_map(|n| async move { n.checked_sub(3) })), [0, 1]);
    assert_eq!(all(Items(count(3)).enumerate().skip(1)), [(1, 1), (2, 2)]);
    assert_eq!(all(Items(count(3)).zip(Items(count(9)))), [(0, 0), (1, 1), (2, 2)]);
    assert_eq!(all(Items(count(2)).chain(Items(count(2)))), [0, 1, 0, 1]);
    assert_eq!(all(Items(count(7)).chunks(3)), [vec![0, 1, 2], vec![3, 4, 5], vec![6]]);
    assert_eq!(all(Items(count(9)).take_while(|n| std::future::ready(*n < 2))), [0, 1]);
    assert_eq!(all(Items(count(3)).flat_map(|n| Items(count(n)))), [0, 0, 1]);
    assert_eq!(all(Items(count(3)).scan(1, |sum, n| {
        *sum += n;
        std::future::ready(Some(*sum))
    })), [1, 2, 4]);
    assert_eq!(block_on(Items(count(5)).fold(0, |sum, n| async move { sum + n })), 10);
    assert_eq!(block_on(Items(count(5)).count()), 5);
    assert_eq!(block_on_stream(pin!(Items(count(3)))).map(|n| n + 1).sum::<u32>(), 6);
    let boxed: BoxStream<'static, u32> = Items(count(3)).boxed();
    assert_eq!(all(boxed), [0, 1, 2]);
}

#[test]
fn a_clone_goes_on_from_where_it_was_made() {
    let mut items = Items(count(5));
    assert_eq!(block_on(items.next()), Some(0));
    assert_eq!(block_on(items.next()), Some(1));
    let copy = items.clone();
    assert_eq!(block_on(items.next()), Some(2));
    assert_eq!(all(copy), [2, 3, 4]);
    assert_eq!(all(items), [3, 4]);
}

#[test]
fn it_goes_on_being_over() {
    let mut items = Items(count(1));
    assert_eq!(block_on(items.next()), Some(0));
    for _ in 0..3 {
        assert_eq!(block_on(items.next()), None);
    }
    let mut fused = Items(count(0)).fuse();
    assert!(!fused.is_terminated());
    assert_eq!(block_on(fused.next()), None);
    assert!(fused.is_terminated());
}

#[test]
fn buffering_runs_several_at_once() {
    let (running, most) = (Cell::new(0), Cell::new(0));
    let job = |n: u32| => {
        running.set(running.get() + 1);
        most.set(most.get().max(running.get()));
        await pause(if n % 3 == 0 { 20 } else { 1 });
        running.set(running.get() - 1);
        n
    };
    let job = &job;
    let mut unordered = all(Items(count(10)).map(|n| job(n).into_future()).buffer_unordered(3));
    assert_eq!(most.get(), 3);
    assert!(!unordered.is_sorted());
    unordered.sort_unstable();
    assert!(unordered.into_iter().eq(0..10));
    most.set(0);
    let ordered = all(Items(count(10)).map(|n| job(n).into_future()).buffered(4));
    assert!((2..=4).contains(&most.get()));
    assert!(ordered.into_iter().eq(0..10));
    let sum = &Cell::new(0);
    block_on(Items(count(10)).for_each_concurrent(2, |n| async move {
        let n = job(n).await;
        sum.set(sum.get() + n);
    }));
    assert_eq!(sum.get(), 45);
}

#[test]
fn errors_end_what_tries() {
    let collect = |text| block_on(Items(numbers(text)).try_collect::<Vec<_>>());
    assert_eq!(collect("1 2 3"), Ok(vec![1, 2, 3]));
    assert_eq!(collect("1 two 3").unwrap_err().to_string(), "invalid digit found in string");
    let doubled = Items(numbers("1 x 3")).map_ok(|n| 2 * n).map_err(|_| "no number");
    assert_eq!(all(doubled), [Ok(2), Err("no number"), Ok(6)]);
    let mut rest = Items(numbers("4 x 5"));
    assert_eq!(block_on(rest.try_next()), Ok(Some(4)));
    assert!(block_on(rest.try_next()).is_err());
    assert_eq!(block_on(rest.try_next()), Ok(Some(5)));
    assert_eq!(block_on(rest.try_next()), Ok(None));
}

#[test]
fn a_question_mark_ends_the_frame() {
    fn sums(text: &str) => impl AsyncIterator<Item = Result<u32, std::num::ParseIntError>> {
        let mut sum = 0;
        for word in text.split(' ') {
            await pause(1);
            sum += word.parse::<u32>()?;
            yield Ok(sum);
        }
    }
    let shown: Vec<_> = all(Items(sums("1 2 x 4")).map(|sum| sum.ok()));
    assert_eq!(shown, [Some(1), Some(3), None]);
}

#[test]
fn streams_in_native_bodies() {
    fn by_next(stream: impl Stream<Item = u32> + Unpin) => static impl Future<Output = u32> {
        let mut stream = stream;
        let mut sum = 0;
        while let Some(n) = await stream.next() {
            sum += n;
        }
        sum
    }
    fn by_await_for(stream: impl Stream<Item = u32>) => static impl Future<Output = u32> {
        let mut sum = 0;
        await for n in Values(stream) {
            if n == 7 {
                continue;
            }
            sum += n;
        }
        sum
    }
    fn delegated(stream: impl Stream<Item = u32> + Unpin) => impl AsyncIterator<Item = u32> {
        yield 100;
        yield.. Values(stream);
        yield 200;
    }
    assert_eq!(block_on(by_next(stream::iter(1..5))), 10);
    assert_eq!(block_on(by_await_for(stream::iter(5..9).then(|n| async move { n }))), 19);
    assert_eq!(all(Items(delegated(stream::iter([1, 2])))), [100, 1, 2, 200]);
    // There and back, twice.
    let nested = Items(delegated(Items(delegated(stream::empty()))));
    assert_eq!(all(nested), [100, 100, 200, 200]);
}

#[test]
fn sinks_in_native_bodies() {
    fn feed(
        mut out: mpsc::Sender<u32>,
        from: impl AsyncIterator<Item = u32>,
    ) => static impl Future<Output = ()> {
        let from = Items(from);
        futures::pin_mut!(from);
        while let Some(n) = await from.next() {
            out.send(n).await.unwrap();
        }
        out.close().await.unwrap();
    }
    let (out, received) = mpsc::channel(1);
    let both = futures::future::join(feed(out, count(6)), received.collect::<Vec<_>>());
    let ((), received) = block_on(both);
    assert_eq!(received, [0, 1, 2, 3, 4, 5]);
    let (out, forwarded) = mpsc::unbounded();
    block_on(Items(count(3)).map(Ok).forward(out)).unwrap();
    assert_eq!(all(forwarded), [0, 1, 2]);
}

/// A stream with a result at its end, which is what the futures crate has no word for.
#[test]
fn a_stream_that_returns() {
    fn lines(
        text: &'static str,
    ) => impl generator::Stream<Task, Yield = &'static str, Return = usize> {
        let mut count = 0;
        for line in text.lines() {
            await pause(1);
            yield line;
            count += 1;
        }
        count
    }
    fn print() => impl Future<Output = (String, usize)> {
        let mut all = String::new();
        let count = await for line in lines("a\nb\nc").map_yield(str::to_uppercase) {
            all += &line;
        };
        (all, count)
    }
    assert_eq!(block_on(print()), ("ABC".to_string(), 3));
}
