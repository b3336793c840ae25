//! The traits of native generators beside those of the futures crate and itertools, all imported at
//! once: every iterator and every future is a generator too, and still each method call below has one
//! meaning. That this compiles is most of the test.

#[expect(unused_imports, reason = "what they would be in the way of is what is tested")]
use std::generator::{Executor as _, IntoJoin as _};
use std::generator::{Generator, IntoBox as _, IntoGenerator as _, State};
use std::panic::UnwindSafe;
use std::pin::{Pin, pin};
use std::task::{Context, Waker};

use futures::executor::block_on;
use futures::future::FusedFuture as _;
use futures::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _};
use futures::stream::FusedStream as _;
use futures::{
    FutureExt, Sink, SinkExt, StreamExt, TryFutureExt, TryStreamExt, channel, future, sink, stream,
};
use itertools::{Itertools, PeekingNext as _};

#[test]
fn iterators() {
    fn all(it: impl Iterator<Item = u32> + DoubleEndedIterator + ExactSizeIterator + Clone) {
        assert_eq!(it.clone().size_hint(), (3, Some(3)));
        assert_eq!(it.clone().len(), 3);
        assert_eq!(it.clone().count(), 3);
        assert_eq!(it.clone().last(), Some(3));
        assert_eq!(it.clone().nth(1), Some(2));
        assert_eq!(it.clone().step_by(2).collect_vec(), [1, 3]);
        assert_eq!(it.clone().chain(it.clone()).unique().count(), 3);
        assert_eq!(it.clone().zip(it.clone()).map(|(a, b)| a * b).sum::<u32>(), 14);
        assert_eq!(it.clone().filter(|n| n % 2 == 1).product::<u32>(), 3);
        assert_eq!(it.clone().filter_map(|n| n.checked_sub(2)).collect_vec(), [0, 1]);
        assert_eq!(it.clone().enumerate().skip(1).take(1).collect_vec(), [(1, 2)]);
        assert_eq!(it.clone().peekable().peeking_next(|n| *n == 1), Some(1));
        assert_eq!(it.clone().skip_while(|n| *n < 2).take_while(|n| *n < 3).collect_vec(), [2]);
        assert_eq!(it.clone().map_while(|n| (n < 2).then_some(n)).collect_vec(), [1]);
        assert_eq!(it.clone().scan(0, |sum, n| { *sum += n; Some(*sum) }).collect_vec(), [1, 3, 6]);
        assert_eq!(
            it.clone().flat_map(|n| 0..n).fuse().inspect(|n| assert!(*n < 3)).collect_vec().len(),
            6
        );
        assert_eq!(it.clone().map(|n| [n]).flatten().fold(0, |a, b| a + b), 6);
        assert_eq!(it.clone().reduce(u32::max), Some(3));
        assert_eq!(it.clone().try_fold(0_u32, u32::checked_add), Some(6));
        assert!(it.clone().all(|n| n > 0) && it.clone().any(|n| n == 2));
        assert_eq!(it.clone().find(|n| *n > 1), Some(2));
        assert_eq!(it.clone().find_map(|n| (n > 1).then_some(n)), Some(2));
        assert_eq!(it.clone().position(|n| n == 2), Some(1));
        assert_eq!(it.clone().max(), it.clone().rev().max_by_key(|n| *n));
        assert_eq!(it.clone().min_by(|a, b| b.cmp(a)), Some(3));
        assert_eq!(it.clone().map(|n| (n, n)).unzip::<_, _, Vec<_>, Vec<_>>().0.len(), 3);
        assert_eq!(
            it.clone().map(|n| (n, n, n)).multiunzip::<(Vec<_>, Vec<_>, Vec<_>)>().2.len(),
            3
        );
        assert_eq!(it.clone().partition::<Vec<_>, _>(|n| *n > 1).1, [1]);
        assert_eq!(it.clone().cycle().dropping(3).next(), Some(1));
        assert!(it.clone().eq([1, 2, 3]) && it.clone().lt([1, 3]) && it.clone().is_sorted());
        assert_eq!(it.clone().partial_cmp([1, 2]), Some(std::cmp::Ordering::Greater));
        let mut rest = it.clone();
        assert_eq!(rest.by_ref().take(1).collect_vec(), [1]);
        assert_eq!(rest.next_back(), Some(3));
        it.for_each(drop);
    }
    all([1, 2, 3].into_iter());
    all(vec![1, 2, 3].into_iter());
    all((1..4).collect_vec().iter().copied());
}

#[test]
fn iterators_by_itertools() {
    fn all(it: impl Iterator<Item = u32> + Clone) {
        assert_eq!(it.clone().join("+"), "1+2+3");
        assert_eq!(it.clone().sorted_by_key(|n| 9 - n).collect_vec(), [3, 2, 1]);
        assert_eq!(it.clone().tuple_windows().map(|(a, b)| b - a).all_equal_value(), Ok(1));
        assert_eq!(it.clone().batching(|it| it.next_tuple::<(_, _)>()).collect_vec(), [(1, 2)]);
        assert_eq!(it.clone().counts()[&2], 1);
        assert_eq!(it.clone().coalesce(|a, b| Ok::<_, (u32, u32)>(a + b)).collect_vec(), [6]);
        assert_eq!(it.clone().combinations(2).count(), 3);
        assert_eq!(it.clone().map_into::<u64>().collect_vec(), [1_u64, 2, 3]);
        assert_eq!(
            it.clone().map(Ok::<_, ()>).map_ok(|n| n + 1).process_results(|it| it.sum::<u32>()),
            Ok(9)
        );
        assert_eq!(
            it.clone().map(Ok::<_, ()>).filter_ok(|n| n % 2 == 0).fold_ok(0, |a, b| a + b),
            Ok(2)
        );
        assert_eq!(it.clone().map(Ok::<_, ()>).try_collect::<_, Vec<_>, _>(), Ok(vec![1, 2, 3]));
        assert_eq!(it.clone().k_smallest(1).exactly_one().ok(), Some(1));
        assert_eq!(it.clone().at_most_one().is_ok(), false);
        assert_eq!(it.clone().pad_using(4, |_| 0).collect_vec(), [1, 2, 3, 0]);
        assert_eq!(it.clone().position_max(), Some(2));
        assert_eq!(it.clone().sorted().rev().collect_vec(), [3, 2, 1]);
        assert_eq!(it.clone().tree_reduce(|a, b| a + b), Some(6));
        assert_eq!(it.clone().map(Some).while_some().count(), 3);
        assert_eq!(it.clone().with_position().count(), 3);
        assert_eq!(it.zip_longest([1]).count(), 3);
    }
    all([1, 2, 3].into_iter());
    all(1..4);
}

/// Iterators behind pointers, which are iterators themselves.
#[test]
fn iterators_behind_pointers() {
    let mut it = 1..10;
    let mut lent: &mut dyn Iterator<Item = u32> = &mut it;
    assert_eq!((&mut lent).by_ref().step_by(2).take(2).collect_vec(), [1, 3]);
    assert_eq!(lent.map(|n| n + 1).next(), Some(5));
    let boxed: Box<dyn Iterator<Item = u32>> = Box::new(it);
    let sums = boxed.fuse().peekable().chunks(3);
    let sums = sums.into_iter().map(|chunk| chunk.sum::<u32>()).collect_vec();
    assert_eq!(sums, [18, 17]);
}

#[test]
fn futures() {
    fn all<F>(future: F)
    where
        F: std::future::Future<Output = u32> + Unpin + Clone + Send + UnwindSafe + 'static,
    {
        let run = |n| assert_eq!(n, 7);
        run(block_on(future.clone()));
        run(block_on(future.clone().map(|n| n + 1)) - 1);
        run(block_on(future.clone().then(|n| async move { n })));
        run(block_on(future.clone().map_into::<u64>()) as u32);
        run(block_on(future.clone().left_future::<future::Ready<u32>>()));
        run(block_on(future.clone().into_stream().next()).unwrap());
        run(block_on(future.clone().map(|n| async move { n }).flatten()));
        run(block_on(future.clone().map(|n| stream::iter([n])).flatten_stream().next()).unwrap());
        run(block_on(future.clone().inspect(|n| assert_eq!(*n, 7))));
        run(block_on(future.clone().catch_unwind()).unwrap());
        run(block_on(future.clone().shared()));
        run(block_on(future.clone().boxed()));
        run(block_on(future.clone().boxed_local()));
        run(block_on(future.clone().unit_error()).unwrap());
        run(block_on(future.clone().never_error()).unwrap());
        run(future.clone().now_or_never().unwrap());
        let mut fused = future.clone().fuse();
        assert!(!fused.is_terminated());
        run(block_on(&mut fused));
        assert!(fused.is_terminated());
        let mut polled = future.clone();
        assert!(block_on(future::poll_fn(|context| polled.poll_unpin(context))) == 7);
        let mut pinned = pin!(future.clone());
        let poll = pinned.as_mut().poll(&mut Context::from_waker(Waker::noop()));
        assert!(poll.is_ready());
        let (remote, handle) = future.clone().remote_handle();
        block_on(remote);
        run(block_on(handle));
        // And ours.
        run(block_on(future.clone().into_core()));
        assert_eq!(block_on(future.map_return(|n| n + 1).into_core()), 8);
    }
    all(future::ready(7));
}

#[test]
fn futures_of_results() {
    fn all<F>(future: F)
    where
        F: std::future::Future<Output = Result<u32, u8>> + Unpin + Clone,
    {
        assert_eq!(block_on(future.clone().map_ok(|n| n + 1)), Ok(8));
        assert_eq!(block_on(future.clone().map_err(u32::from)), Ok(7));
        assert_eq!(block_on(future.clone().err_into::<u32>()), Ok(7));
        assert_eq!(block_on(future.clone().ok_into::<u64>()), Ok(7));
        assert_eq!(block_on(future.clone().and_then(|n| async move { Ok(n) })), Ok(7));
        assert_eq!(block_on(future.clone().or_else(|e| async move { Err::<u32, _>(e) })), Ok(7));
        assert_eq!(block_on(future.clone().unwrap_or_else(|_| 0)), 7);
        assert_eq!(block_on(future.clone().map_ok_or_else(|_| 0, |n| n)), 7);
        assert_eq!(block_on(future.clone().inspect_ok(drop_ref).inspect_err(drop_ref)), Ok(7));
        assert_eq!(block_on(future.clone().map_ok(|n| async move { Ok(n) }).try_flatten()), Ok(7));
        assert_eq!(block_on(TryFutureExt::into_future(future)), Ok(7));
    }
    fn drop_ref<T>(_: &T) {}
    all(future::ready(Ok(7)));
}

#[test]
fn streams() {
    fn all<S>(stream: S)
    where
        S: futures::Stream<Item = u32> + Unpin + Clone + Send + UnwindSafe + 'static,
    {
        fn sum(stream: impl futures::Stream<Item = u32>) -> u32 {
            block_on(stream.fold(0, |a, b| async move { a + b }))
        }
        assert_eq!(sum(stream.clone()), 6);
        assert_eq!(sum(stream.clone().map(|n| n)), 6);
        assert_eq!(sum(stream.clone().enumerate().map(|(_, n)| n)), 6);
        assert_eq!(sum(stream.clone().filter(|n| future::ready(*n > 1))), 5);
        assert_eq!(sum(stream.clone().filter_map(|n| future::ready(Some(n)))), 6);
        assert_eq!(sum(stream.clone().then(|n| async move { n }).boxed()), 6);
        assert_eq!(sum(stream.clone().boxed_local()), 6);
        assert_eq!(sum(stream.clone().chain(stream.clone())), 12);
        assert_eq!(sum(stream.clone().zip(stream.clone()).map(|(a, b)| a * b)), 14);
        assert_eq!(sum(stream.clone().skip(1).take(1)), 2);
        assert_eq!(sum(stream.clone().skip_while(|n| future::ready(*n < 2))), 5);
        assert_eq!(sum(stream.clone().take_while(|n| future::ready(*n < 2))), 1);
        assert_eq!(sum(stream.clone().take_until(future::pending::<()>())), 6);
        assert_eq!(sum(stream.clone().scan(0, |_, n| future::ready(Some(n)))), 6);
        assert_eq!(sum(stream.clone().flat_map(|n| stream::iter(0..n))), 4);
        assert_eq!(sum(stream.clone().map(|n| stream::iter([n])).flatten()), 6);
        assert_eq!(sum(stream.clone().flat_map_unordered(2, |n| stream::iter([n]))), 6);
        assert_eq!(sum(stream.clone().map(|n| async move { n }).buffered(2)), 6);
        assert_eq!(sum(stream.clone().map(|n| async move { n }).buffer_unordered(2)), 6);
        assert_eq!(sum(stream.clone().chunks(2).map(|chunk| chunk.len() as u32)), 3);
        assert_eq!(sum(stream.clone().ready_chunks(2).map(|chunk| chunk.len() as u32)), 3);
        assert_eq!(sum(stream.clone().inspect(|n| assert!(*n > 0)).fuse()), 6);
        assert_eq!(sum(stream.clone().left_stream::<stream::Empty<u32>>()), 6);
        assert_eq!(sum(stream.clone().catch_unwind().map(Result::unwrap)), 6);
        assert_eq!(block_on(stream.clone().collect::<Vec<_>>()), [1, 2, 3]);
        assert_eq!(block_on(stream.clone().count()), 3);
        assert!(block_on(stream.clone().all(|n| future::ready(n > 0))));
        assert!(block_on(stream.clone().any(|n| future::ready(n > 2))));
        assert_eq!(block_on(stream.clone().map(|n| vec![n]).concat()), [1, 2, 3]);
        assert_eq!(
            block_on(stream.clone().map(|n| (n, n)).unzip::<_, _, Vec<_>, Vec<_>>()).0.len(),
            3
        );
        block_on(stream.clone().for_each(|_| future::ready(())));
        block_on(stream.clone().for_each_concurrent(2, |_| future::ready(())));
        assert_eq!(block_on(stream.clone().into_future()).0, Some(1));
        let mut rest = stream.clone().fuse();
        assert_eq!(block_on(rest.next()), Some(1));
        assert_eq!(block_on(rest.by_ref().take(1).count()), 1);
        assert_eq!(block_on(rest.select_next_some()), 3);
        assert!(block_on(rest.next()).is_none() && rest.is_terminated());
        let mut peekable = pin!(stream.clone().peekable());
        assert_eq!(block_on(peekable.as_mut().peek()), Some(&1));
        let mut polled = stream;
        assert_eq!(block_on(future::poll_fn(|context| polled.poll_next_unpin(context))), Some(1));
    }
    all(stream::iter([1, 2, 3]));
}

#[test]
fn streams_of_results() {
    fn all<S: futures::Stream<Item = Result<u32, u8>> + Unpin + Clone>(stream: S) {
        assert_eq!(block_on(stream.clone().try_collect::<Vec<_>>()), Ok(vec![1, 2, 3]));
        let sum = stream.clone().map_err(u32::from).try_fold(0, |a, b| async move { Ok(a + b) });
        assert_eq!(block_on(sum), Ok(6));
        assert_eq!(
            block_on(stream.clone().try_filter(|n| future::ready(*n > 1)).try_next()),
            Ok(Some(2))
        );
        assert_eq!(block_on(stream.clone().and_then(|n| async move { Ok(n) }).count()), 3);
        assert_eq!(
            block_on(stream.clone().or_else(|e| async move { Err::<u32, _>(e) }).count()),
            3
        );
        assert_eq!(block_on(stream.clone().err_into::<u32>().count()), 3);
        assert_eq!(block_on(stream.clone().try_for_each(|_| async { Ok(()) })), Ok(()));
        assert_eq!(
            block_on(stream.clone().try_for_each_concurrent(2, |_| async { Ok(()) })),
            Ok(())
        );
        assert_eq!(
            block_on(stream.clone().try_filter_map(|n| async move { Ok(Some(n)) }).count()),
            3
        );
        assert_eq!(
            block_on(stream.clone().try_skip_while(|n| future::ready(Ok(*n < 3))).count()),
            1
        );
        assert_eq!(
            block_on(stream.clone().try_take_while(|n| future::ready(Ok(*n < 3))).count()),
            2
        );
        assert_eq!(
            block_on(stream.clone().map_ok(|n| async move { Ok(n) }).try_buffered(2).count()),
            3
        );
        assert_eq!(block_on(stream.clone().try_chunks(2).count()), 2);
        assert_eq!(block_on(stream.clone().inspect_ok(|_| ()).into_stream().count()), 3);
    }
    all(stream::iter([Ok(1), Ok(2), Ok(3)]));
}

#[test]
fn sinks_readers_and_writers() {
    async fn all(mut sink: impl Sink<u32, Error = channel::mpsc::SendError> + Unpin) {
        sink.send(1).await.unwrap();
        sink.feed(2).await.unwrap();
        sink.flush().await.unwrap();
        sink.send_all(&mut stream::iter([Ok(3)])).await.unwrap();
        let add = |n: u32| future::ready(Ok::<_, channel::mpsc::SendError>(n + 1));
        let mut sink = sink.with(add).buffer(2);
        sink.send(3).await.unwrap();
        sink.close().await.unwrap();
    }
    let (sender, received) = channel::mpsc::unbounded();
    block_on(all(sender));
    assert_eq!(block_on(received.collect::<Vec<_>>()), [1, 2, 3, 4]);
    block_on(sink::drain().fanout(sink::drain()).send(1)).unwrap();

    let mut written = Vec::new();
    block_on(futures::io::Cursor::new(&mut written).write_all(b"one\ntwo")).unwrap();
    let reader = futures::io::BufReader::new(&written[..]);
    assert_eq!(block_on(reader.lines().try_collect::<Vec<_>>()).unwrap(), ["one", "two"]);
    let (mut read, reader) = (String::new(), &written[..]);
    block_on(reader.take(3).read_to_string(&mut read)).unwrap();
    assert_eq!(read, "one");
}

/// Our own methods, on what is of our own: nobody else's get in their way.
#[test]
fn generators() {
    fn frame() => impl Generator<Yield = u32, Return = &'static str> + Clone {
        yield 1;
        yield 2;
        "end"
    }
    let mut lent = frame();
    assert_eq!(lent.by_mut().step(&mut ()), State::Yielded(1));
    assert_eq!(lent.into_generator().step(&mut ()), State::Yielded(2));
    assert_eq!(frame().map_return(drop).iter().collect_vec(), [1, 2]);
    assert_eq!(frame().map_yield(|n| 2 * n).into_box().step(&mut ()), State::Yielded(2));
    assert_eq!(Pin::new(&mut frame()).resume(&mut ()), State::Yielded(1));
    assert_eq!((1..3).map_yield(|n| n + 1).iter().sum::<u32>(), 5);
    assert_eq!((1..3).by_mut().iter().join(" "), "1 2");
    assert_eq!(vec![1].into_iter().into_box().step(&mut ()), State::Yielded(1));
}
