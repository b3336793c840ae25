//! tokio's channels and locks, awaited in native bodies.

use std::generator::Generator;
use std::sync::Arc;

use on_tokio::relay::{self, Request};
use tokio::sync::{Barrier, Mutex, Notify, RwLock, broadcast, mpsc, oneshot, watch};
use tokio::task::JoinSet;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_actor_answers() {
    fn ask(keeper: mpsc::Sender<Request>, from: u64) => static impl Future<Output = u64> {
        let name = format!("name {from}");
        keeper.send(Request::Set(name.clone(), from)).await.unwrap();
        let (answer, answered) = oneshot::channel();
        keeper.send(Request::Get(name, answer)).await.unwrap();
        answered.await.unwrap().unwrap()
    }
    let (keeper, requests) = mpsc::channel(2);
    let (unknown, answered) = oneshot::channel();
    keeper.send(Request::Get("nobody".into(), unknown)).await.unwrap();
    let (given_up, _) = oneshot::channel();
    keeper.send(Request::Get("name 1".into(), given_up)).await.unwrap();
    let kept = tokio::spawn(relay::keep(requests).into_core());
    assert_eq!(answered.await, Ok(None));
    let mut asked = JoinSet::new();
    for from in 0..100 {
        asked.spawn(ask(keeper.clone(), from));
    }
    drop(keeper);
    assert_eq!(asked.join_all().await.iter().sum::<u64>(), 4950);
    assert_eq!(kept.await.unwrap(), 100);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_sides_are_merged_and_nothing_is_lost() {
    fn count(from: u32, out: mpsc::Sender<u32>) => static impl Future<Output = ()> {
        for n in (from..10_000).step_by(2) {
            out.send(n).await.unwrap();
        }
    }
    let (left, from_left) = mpsc::channel(3);
    let (right, from_right) = mpsc::channel(5);
    let (_stop, stopped) = oneshot::channel();
    let (out, mut merged) = mpsc::channel(1);
    tokio::spawn(count(0, left));
    tokio::spawn(count(1, right));
    let count = tokio::spawn(relay::merge(from_left, from_right, stopped, out));
    let mut all = Vec::new();
    while let Some(n) = merged.recv().await {
        all.push(n);
    }
    assert_eq!(count.await.unwrap(), Ok(10_000));
    for remainder in [0, 1] {
        assert!(all.iter().filter(|n| **n % 2 == remainder).is_sorted());
    }
    all.sort_unstable();
    assert!(all.into_iter().eq(0..10_000));
}

#[tokio::test]
async fn merging_ends_when_it_is_told_to_and_when_nobody_listens() {
    let (left, from_left) = mpsc::channel(1);
    let (_right, from_right) = mpsc::channel(1);
    let (stop, stopped) = oneshot::channel();
    let (out, mut merged) = mpsc::channel(1);
    let count = tokio::spawn(relay::merge(from_left, from_right, stopped, out));
    left.send(7).await.unwrap();
    assert_eq!(merged.recv().await, Some(7));
    stop.send(()).unwrap();
    assert_eq!(count.await.unwrap(), Ok(1));

    let (left, from_left) = mpsc::channel(1);
    let (_right, from_right) = mpsc::channel(1);
    let (_stop, stopped) = oneshot::channel();
    let (out, merged) = mpsc::channel(1);
    drop(merged);
    left.send(8).await.unwrap();
    let error = relay::merge(from_left, from_right, stopped, out).await.unwrap_err();
    assert_eq!(error.0, 8);
}

#[tokio::test]
async fn a_watched_value_is_followed() {
    let (sender, value) = watch::channel(0);
    let followed = tokio::spawn(relay::collect(relay::follow(value)));
    for n in 1..=3 {
        // The follower sees each value, as it runs while this one waits.
        tokio::task::yield_now().await;
        sender.send(n).unwrap();
    }
    drop(sender);
    assert_eq!(followed.await.unwrap(), [0, 1, 2, 3]);
}

#[tokio::test]
async fn a_broadcast_is_heard_and_what_is_missed_is_counted() {
    let (station, receiver) = broadcast::channel(4);
    let other = tokio::spawn(relay::collect(relay::hear(station.subscribe())));
    for n in 0..7 {
        station.send(n).unwrap();
    }
    let late = tokio::spawn(relay::collect(relay::hear(station.subscribe())));
    station.send(7).unwrap();
    drop(station);
    let all = [Err(4), Ok(4), Ok(5), Ok(6), Ok(7)];
    assert_eq!(relay::collect(relay::hear(receiver)).await, all);
    assert_eq!(other.await.unwrap(), all);
    assert_eq!(late.await.unwrap(), [Ok(7)]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn guards_are_held_across_suspend_points() {
    fn add(
        sum: Arc<Mutex<u64>>,
        all: Arc<RwLock<Vec<u64>>>,
        n: u64,
    ) => static impl Future<Output = ()> {
        let mut guard = await sum.lock();
        let before = *guard;
        await tokio::task::yield_now();
        *guard = before + n;
        let mut all = await all.write();
        await tokio::task::yield_now();
        all.push(*guard);
    }
    let sum = Arc::new(Mutex::new(0));
    let all = Arc::new(RwLock::new(Vec::new()));
    let mut adding = JoinSet::new();
    for n in 1..=100 {
        adding.spawn(add(Arc::clone(&sum), Arc::clone(&all), n));
    }
    adding.join_all().await;
    assert_eq!(*sum.lock().await, 5050);
    let all = all.read().await;
    assert!(all.len() == 100 && all.is_sorted());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn barriers_and_notifications() {
    fn stage(
        barrier: Arc<Barrier>,
        last: Arc<Notify>,
    ) => static impl Future<Output = bool> {
        let led = barrier.wait().await.is_leader();
        if led {
            last.notify_one();
        }
        await barrier.wait();
        led
    }
    let (barrier, last) = (Arc::new(Barrier::new(10)), Arc::new(Notify::new()));
    let mut stages = JoinSet::new();
    for _ in 0..10 {
        stages.spawn(stage(Arc::clone(&barrier), Arc::clone(&last)));
    }
    last.notified().await;
    let leaders = stages.join_all().await.into_iter().filter(|led| *led).count();
    assert_eq!(leaders, 1);
}
