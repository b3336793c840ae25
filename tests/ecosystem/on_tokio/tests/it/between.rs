//! `async` code and native bodies, each awaiting the other on tokio.

use std::generator::{self, EventLoop, Executor, Generator, IntoBox, Task};
use std::pin::Pin;
use std::time::Duration;

use tokio::io::{AsyncBufRead, AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::runtime::Builder;
use tokio::sync::{mpsc, oneshot};
use tokio::task::yield_now;

/// An `async fn` whose future must not move.
async fn pausing<T>(value: T) -> T {
    let borrowed = &value;
    yield_now().await;
    let _ = borrowed;
    value
}

/// The same by a native body.
fn native<T>(value: T) => static impl Future<Output = T> {
    let borrowed = &value;
    await yield_now();
    let _ = borrowed;
    value
}

/// A frame that may move, seen as it is.
fn raw(n: u32) => impl generator::Future<Task, Return = u32> {
    await Box::pin(yield_now());
    n
}

#[tokio::test]
async fn async_code_awaits_native_bodies() {
    async fn function(n: u32) -> u32 {
        native(n).await + raw(n).await
    }
    assert_eq!(function(1).await, 2);
    assert_eq!(async { native("block").await.len() }.await, 5);
    let closure = async |n: u32| native(n).await + 1;
    assert_eq!(closure(1).await, 2);
    // A closure's frame is seen as it is, so it is `IntoFuture`.
    let generator = |n: u32| => { await raw(n) + 1 };
    assert_eq!(generator(2).await, 3);
    assert_eq!(tokio::spawn(async move { generator(3).await }).await.unwrap(), 4);
    assert_eq!(raw(4).into_box().into_core().await, 4);
}

#[tokio::test]
async fn native_bodies_await_async_code() {
    fn in_place(n: u32) => static impl Future<Output = u32> {
        let block = async { pausing(n).await + 1 };
        let closure = async |m: u32| pausing(m).await * 2;
        await pausing(n) + await block + closure(n).await
    }
    fn boxed(n: u32) => impl Future<Output = u32> {
        let erased: Pin<Box<dyn Future<Output = u32> + Send>> = Box::pin(pausing(n));
        await Box::pin(pausing(n)) + await erased
    }
    assert_eq!(in_place(3).await, 3 + 4 + 6);
    assert_eq!(tokio::spawn(boxed(3)).await.unwrap(), 6);
}

#[tokio::test]
async fn through_ten_layers_and_back() {
    async fn down(n: u32) -> u32 {
        if n == 0 { 0 } else { 1 + Box::pin(up(n - 1)).await }
    }
    fn up(n: u32) => static impl Future<Output = u32> {
        let below: Pin<Box<dyn Future<Output = u32>>> =
            if n == 0 { Box::pin(pausing(0)) } else { Box::pin(down(n - 1)) };
        10 + await below
    }
    assert_eq!(down(10).await, 5 + 50);
}

#[tokio::test]
async fn one_source_under_task_and_under_no_executor() {
    trait Source<E: Executor> {
        fn next(&mut self) => impl generator::Future<E, Return = Option<u32>>;
    }
    fn sum<E: Executor, S: Source<E>>(
        mut source: S,
    ) => static impl generator::Future<E, Return = u32> {
        let mut sum = 0;
        while let Some(n) = await source.next() {
            sum += n;
        }
        sum
    }
    struct Received(mpsc::Receiver<u32>);
    impl Source<Task> for Received {
        fn next(&mut self) => impl generator::Future<Task, Return = Option<u32>> {
            await Box::pin(self.0.recv())
        }
    }
    struct Counted(std::ops::Range<u32>);
    impl Source<()> for Counted {
        fn next(&mut self) => impl generator::Future<(), Return = Option<u32>> {
            self.0.next()
        }
    }
    let (sender, receiver) = mpsc::channel(1);
    let received = tokio::spawn(sum(Received(receiver)).into_core());
    for n in 0..5 {
        sender.send(n).await.unwrap();
    }
    drop(sender);
    assert_eq!(received.await.unwrap(), 10);
    assert_eq!(generator::run(sum(Counted(0..5))), 10);
}

#[tokio::test]
async fn tasks_are_spawned_and_awaited_in_native_bodies() {
    fn tree(depth: u32) => impl Future<Output = u32> + Send {
        if depth == 0 {
            return 1;
        }
        let left = tokio::spawn(tree_boxed(depth - 1));
        let right = tokio::spawn(tree_boxed(depth - 1));
        left.await.unwrap() + right.await.unwrap()
    }
    fn tree_boxed(depth: u32) -> Pin<Box<dyn Future<Output = u32> + Send>> {
        Box::pin(tree(depth))
    }
    assert_eq!(tree(6).await, 64);
}

/// The lines that a reader has, without their ends.
fn lines(reader: impl AsyncBufRead + Unpin)
=> static impl generator::Stream<Task, Yield = std::io::Result<String>, Return = usize> {
    let mut lines = reader.lines();
    let mut count = 0;
    loop {
        match await lines.next_line() {
            Ok(None) => return count,
            Ok(Some(line)) => yield Ok(line),
            Err(error) => yield Err(error),
        }
        count += 1;
    }
}

#[tokio::test]
async fn tokio_s_readers_and_writers() {
    fn shout(
        reader: impl AsyncBufRead + Unpin,
        mut writer: impl tokio::io::AsyncWrite + Unpin,
    ) => static impl Future<Output = std::io::Result<usize>> {
        let count = await for line in lines(reader) {
            await writer.write_all(line?.to_uppercase().as_bytes())?;
            await writer.write_all(b"!\n")?;
        };
        await writer.shutdown()?;
        Ok(count)
    }
    let (mut near, far) = tokio::io::duplex(8);
    let (reader, writer) = tokio::io::split(far);
    let shouted = tokio::spawn(shout(BufReader::new(reader), writer));
    let (mut hear, mut say) = tokio::io::split(&mut near);
    let mut heard = String::new();
    let said = async {
        say.write_all(b"one\ntwo and\n\nthree").await.unwrap();
        say.shutdown().await.unwrap();
    };
    let (_, heard_bytes) = tokio::join!(said, hear.read_to_string(&mut heard));
    heard_bytes.unwrap();
    assert_eq!(heard, "ONE!\nTWO AND!\n!\nTHREE!\n");
    assert_eq!(shouted.await.unwrap().unwrap(), 4);

    let not_text: &[u8] = b"good\n\xff\n";
    let error = shout(not_text, tokio::io::sink()).await.unwrap_err();
    assert_eq!(error.kind(), std::io::ErrorKind::InvalidData);
}

/// tokio's channels want no runtime, so the executors of the standard library wait for them too, and
/// are woken from a thread of tokio's.
#[test]
fn other_executors_are_woken_by_tokio() {
    fn answer(answer: oneshot::Sender<u32>) => static impl Future<Output = ()> {
        await tokio::time::sleep(Duration::from_millis(5));
        answer.send(7).unwrap();
    }
    fn adopting(
        answered: oneshot::Receiver<u32>,
    ) => impl generator::Future<EventLoop, Return = u32> {
        (await EventLoop::adopt(answered)).unwrap()
    }
    let runtime = Builder::new_multi_thread().worker_threads(1).enable_time().build().unwrap();
    let (sender, answered) = oneshot::channel();
    runtime.spawn(answer(sender));
    assert_eq!(generator::block_on(answered), Ok(7));
    let (sender, answered) = oneshot::channel();
    runtime.spawn(answer(sender));
    assert_eq!(EventLoop::new().run(adopting(answered)), 7);
    assert_eq!(runtime.block_on(native(8)), 8);
}
