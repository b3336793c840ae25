//! tokio's macros in native bodies. What they expand to awaits in the way of `async` code, with
//! tokio's own edition and hygiene; it has to mean the same here.

use std::generator::{Generator, Task};
use std::pin::pin;
use std::time::Duration;

use tokio::sync::{mpsc, oneshot};
use tokio::time;

const SECOND: Duration = Duration::from_secs(1);

fn after<T>(seconds: u32, value: T) => static impl Future<Output = T> {
    await time::sleep(seconds * SECOND);
    value
}

#[tokio::test(start_paused = true)]
async fn select_takes_the_first() {
    fn first(a: u32, b: u32) => static impl Future<Output = &'static str> {
        tokio::select! {
            value = after(a, "a") => value,
            value = after(b, "b") => value,
        }
    }
    assert_eq!(first(1, 2).await, "a");
    assert_eq!(first(3, 2).await, "b");
}

#[tokio::test(start_paused = true)]
async fn select_is_an_expression_anywhere() {
    fn sums() => static impl Future<Output = Vec<u32>> {
        let mut sums = vec![
            1 + tokio::select! { n = after(1, 10) => n, n = after(2, 20) => n },
            match tokio::select! { n = after(2, 10) => n, n = after(1, 20) => n } {
                20 => 2,
                n => n,
            },
        ];
        if tokio::select! { () = after(1, ()) => true, else => false } {
            sums.push(3);
        }
        let in_a_block = { let n = 1; n + tokio::select! { m = after(1, n) => m } };
        sums.push(in_a_block);
        sums
    }
    assert_eq!(sums().await, [11, 2, 3, 2]);
}

#[tokio::test(start_paused = true)]
async fn select_jumps() {
    fn jumps(mut numbers: mpsc::Receiver<u32>) => static impl Future<Output = Result<u32, String>> {
        let mut sum = 0;
        'all: loop {
            for weight in 1.. {
                tokio::select! {
                    number = numbers.recv() => match number {
                        None => break 'all,
                        Some(0) => continue 'all,
                        Some(99) => return Err(format!("at {sum}")),
                        Some(n) => sum += n * weight,
                    },
                    refused = after(60, Err::<(), _>("nothing came")) => refused?,
                }
            }
        }
        Ok(sum)
    }
    for (sent, expected) in [
        (&[1, 1, 1, 0, 5][..], Ok(1 + 2 + 3 + 5)),
        (&[2, 99, 1], Err("at 2".to_string())),
        (&[], Ok(0)),
    ] {
        let (sender, numbers) = mpsc::channel(8);
        for &n in sent {
            sender.send(n).await.unwrap();
        }
        drop(sender);
        assert_eq!(jumps(numbers).await, expected);
    }
    let (_sender, numbers) = mpsc::channel(1);
    assert_eq!(jumps(numbers).await, Err("nothing came".to_string()));
}

#[tokio::test(start_paused = true)]
async fn select_with_patterns_conditions_and_else() {
    fn drain(
        mut odd: mpsc::Receiver<u32>,
        mut even: mpsc::Receiver<u32>,
        only_odd: bool,
    ) => static impl Future<Output = Vec<u32>> {
        let mut all = Vec::new();
        loop {
            tokio::select! {
                biased;
                Some(n @ (1 | 3 | 5)) = odd.recv() => all.push(n),
                Some(n) = even.recv(), if !only_odd => all.push(n),
                else => return all,
            }
        }
    }
    for (only_odd, expected) in [(false, &[1, 3, 2, 4][..]), (true, &[1, 3])] {
        let (odd, from_odd) = mpsc::channel(8);
        let (even, from_even) = mpsc::channel(8);
        for n in 1..=4 {
            (if n % 2 == 1 { &odd } else { &even }).send(n).await.unwrap();
        }
        drop((odd, even));
        assert_eq!(drain(from_odd, from_even, only_odd).await, expected);
    }
}

#[tokio::test(start_paused = true)]
async fn what_loses_a_select_is_dropped_and_what_is_lent_goes_on() {
    fn holding(_held: mpsc::Sender<()>) => static impl Future<Output = ()> {
        await std::future::pending()
    }
    fn race(held: mpsc::Sender<()>) => static impl Future<Output = u32> {
        let slow = after(5, 5);
        tokio::pin!(slow);
        let mut ticks = 0;
        loop {
            tokio::select! {
                () = holding(held.clone()) => unreachable!(),
                () = after(2, ()) => ticks += 1,
                n = &mut slow => return n + ticks * 100,
            }
            // Ours is left, and no clone of it.
            assert_eq!(held.strong_count(), 1);
        }
    }
    let (held, mut end) = mpsc::channel(1);
    assert_eq!(race(held).await, 205);
    assert_eq!(end.recv().await, None);
}

#[tokio::test(start_paused = true)]
async fn join_and_try_join() {
    fn all() => static impl Future<Output = Result<(u32, u32), String>> {
        let (a, b, c) = tokio::join!(after(1, 1), async { 2 }, std::future::ready(3));
        let (d, e) = tokio::try_join!(after(1, Ok::<_, String>(a + b)), async { Ok(c) })?;
        let failed = tokio::try_join!(after(1, Err::<(), _>(format!("{d}{e}"))), after(9, Ok(())));
        assert_eq!(failed, Err("33".to_string()));
        let ((), n) = tokio::try_join!(after(1, Err::<(), _>("the end")), after(2, Ok(1)))?;
        Ok((d, n))
    }
    assert_eq!(all().await, Err("the end".to_string()));
}

#[tokio::test(start_paused = true)]
async fn an_own_macro_awaits_in_both_ways() {
    macro_rules! both {
        ($a:expr, $b:expr) => {
            ($a.await, await $b)
        };
    }
    fn all() => static impl Future<Output = (u32, u32)> {
        both!(after(1, 1), after(2, 2))
    }
    assert_eq!(all().await, (1, 2));
}

tokio::task_local! {
    static NAME: &'static str;
}

#[tokio::test]
async fn task_locals_are_seen_in_native_bodies() {
    fn name(
        end: oneshot::Receiver<()>,
    ) => static impl Future<Output = (&'static str, &'static str)> {
        let before = NAME.get();
        end.await.unwrap();
        (before, await NAME.scope("inner", async { NAME.get() }))
    }
    let (go, end) = oneshot::channel();
    let named = tokio::spawn(NAME.scope("outer", name(end)));
    tokio::task::yield_now().await;
    go.send(()).unwrap();
    assert_eq!(named.await.unwrap(), ("outer", "inner"));
}

/// `select!` in a body that yields as well.
#[test]
fn select_beside_yield() {
    fn merged(
        mut a: mpsc::Receiver<u32>,
        mut b: mpsc::Receiver<u32>,
    ) => static impl Generator<Task, Yield = u32, Return = &'static str> {
        loop {
            tokio::select! {
                biased;
                Some(n) = a.recv() => yield n,
                Some(n) = b.recv() => { yield 10 * n; yield 10 * n + 1 }
                else => return "both ended",
            }
        }
    }
    fn all(
        stream: impl Generator<Task, Yield = u32, Return = &'static str>,
    ) => static impl Future<Output = (Vec<u32>, &'static str)> {
        let mut all = Vec::new();
        let end = await for n in stream {
            all.push(n);
        };
        (all, end)
    }
    let (a, from_a) = mpsc::channel(4);
    let (b, from_b) = mpsc::channel(4);
    let mut all = pin!(all(merged(from_a, from_b)));
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    assert!(all.as_mut().poll(&mut context).is_pending());
    for n in [1, 2] {
        a.try_send(n).unwrap();
        b.try_send(n).unwrap();
    }
    assert!(all.as_mut().poll(&mut context).is_pending());
    drop((a, b));
    let expected = (vec![1, 2, 10, 11, 20, 21], "both ended");
    assert_eq!(all.as_mut().poll(&mut context), std::task::Poll::Ready(expected));
}
