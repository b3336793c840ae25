//! What tokio does with tasks: it moves them between threads, aborts them, and takes their panics.

use std::cell::{Cell, RefCell};
use std::generator::{self, Executor, Future as NativeFuture};
use std::rc::Rc;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::runtime::Builder;
use tokio::sync::oneshot;
use tokio::task::{JoinSet, LocalSet, spawn_blocking, yield_now};

/// Tells when it is dropped.
struct Held(&'static str, Log);

type Log = Arc<Mutex<Vec<&'static str>>>;

impl Drop for Held {
    fn drop(&mut self) {
        self.1.lock().unwrap().push(self.0);
    }
}

/// Holds this and that for ever, once it has said that it does.
fn holding(
    _argument: Held,
    log: Log,
    holds: oneshot::Sender<()>,
) => static impl Future<Output = ()> {
    let _first = Held("first", log.clone());
    let moved = Held("moved", log.clone());
    drop(moved);
    {
        let _inner = Held("inner", log.clone());
        await yield_now();
    }
    let _second = Held("second", log);
    holds.send(()).unwrap();
    await std::future::pending()
}

/// How the frame above is dropped where it waits: what it holds, the last first, its arguments last.
const ORDER: [&str; 5] = ["moved", "inner", "second", "first", "argument"];

#[tokio::test]
async fn aborting_drops_what_the_frame_holds() {
    let log = Log::default();
    let (holds, held) = oneshot::channel();
    let task = tokio::spawn(holding(Held("argument", log.clone()), log.clone(), holds));
    held.await.unwrap();
    assert_eq!(*log.lock().unwrap(), ["moved", "inner"]);
    task.abort();
    assert!(task.await.unwrap_err().is_cancelled());
    assert_eq!(*log.lock().unwrap(), ORDER);
}

#[tokio::test]
async fn aborting_before_the_start_drops_the_arguments() {
    let log = Log::default();
    let (holds, held) = oneshot::channel();
    let task = tokio::spawn(holding(Held("argument", log.clone()), log.clone(), holds));
    // The runtime has one thread, this one: nothing has run yet.
    task.abort();
    assert!(task.await.unwrap_err().is_cancelled());
    assert!(held.await.is_err());
    assert_eq!(*log.lock().unwrap(), ["argument"]);
}

#[test]
fn a_runtime_that_ends_drops_its_tasks() {
    let log = Log::default();
    let runtime = Builder::new_multi_thread().worker_threads(2).build().unwrap();
    let (holds, held) = oneshot::channel();
    runtime.spawn(holding(Held("argument", log.clone()), log.clone(), holds));
    runtime.block_on(held).unwrap();
    drop(runtime);
    assert_eq!(*log.lock().unwrap(), ORDER);
}

#[tokio::test]
async fn a_set_of_tasks_is_aborted_as_a_whole() {
    let log = Log::default();
    let mut tasks = JoinSet::new();
    for _ in 0..3 {
        let (holds, held) = oneshot::channel();
        tasks.spawn(holding(Held("argument", log.clone()), log.clone(), holds));
        held.await.unwrap();
    }
    tasks.shutdown().await;
    let count = |what| log.lock().unwrap().iter().filter(|name| **name == what).count();
    assert_eq!(ORDER.map(count), [3; 5]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_panic_ends_its_task_alone() {
    fn panicking(_held: Held, n: u32) => static impl Future<Output = u32> {
        await yield_now();
        assert!(n != 3, "made up");
        n
    }
    let log = Log::default();
    let tasks: Vec<_> =
        (0..5).map(|n| tokio::spawn(panicking(Held("held", log.clone()), n))).collect();
    for (n, task) in (0..).zip(tasks) {
        match task.await {
            Ok(value) => assert_eq!(value, n),
            Err(error) => {
                assert_eq!(n, 3);
                assert_eq!(error.into_panic().downcast_ref(), Some(&"made up"));
            }
        }
    }
    assert_eq!(log.lock().unwrap().len(), 5);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn tasks_move_between_threads() {
    fn wander(seed: u64) => static impl Future<Output = u64> {
        let mut numbers: Vec<u64> = (0..10).collect();
        let last = &mut numbers[9];
        for _ in 0..100 {
            *last = last.wrapping_mul(31).wrapping_add(seed);
            await yield_now();
        }
        numbers.into_iter().fold(0, u64::wrapping_add)
    }
    let mut tasks = JoinSet::new();
    for seed in 0..100 {
        tasks.spawn(async move { (seed, wander(seed).await) });
    }
    for (seed, sum) in tasks.join_all().await {
        let last = (0..100).fold(9_u64, |last, _| last.wrapping_mul(31).wrapping_add(seed));
        assert_eq!(sum, last.wrapping_add(36));
    }
}

#[tokio::test]
async fn what_is_not_send_stays_on_its_thread() {
    fn counting(count: Rc<Cell<u32>>, names: Rc<RefCell<Vec<u32>>>, name: u32)
    => static impl Future<Output = ()> {
        for _ in 0..3 {
            count.set(count.get() + 1);
            await yield_now();
            names.borrow_mut().push(name);
        }
    }
    let (count, names) = (Rc::default(), Rc::default());
    let tasks = LocalSet::new();
    for name in 0..2 {
        tasks.spawn_local(counting(Rc::clone(&count), Rc::clone(&names), name));
    }
    tasks.await;
    assert_eq!(count.get(), 6);
    names.borrow_mut().sort_unstable();
    assert_eq!(*names.borrow(), [0, 0, 0, 1, 1, 1]);
}

/// Blocking code beside asynchronous: a body awaits it, and a generic body is run by it.
#[tokio::test]
async fn blocking_code_runs_on_threads_of_its_own() {
    fn primes<E: Executor>(below: u32) => impl NativeFuture<E, Return = Vec<u32>> {
        let mut primes: Vec<u32> = Vec::new();
        for n in 2..below {
            if primes.iter().all(|prime| n % prime != 0) {
                primes.push(n);
                await generator::ready(());
            }
        }
        primes
    }
    fn both() => static impl Future<Output = (Vec<u32>, usize)> {
        let here = std::thread::current().id();
        let blocking = spawn_blocking(move || {
            assert_ne!(std::thread::current().id(), here);
            std::thread::sleep(Duration::from_millis(1));
            generator::run(primes(50))
        });
        let count = (await primes(100)).len();
        (blocking.await.unwrap(), count)
    }
    let (below_50, count) = both().await;
    assert_eq!(below_50, [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47]);
    assert_eq!(count, 25);

    fn unlucky<E: Executor>() => impl NativeFuture<E, Return = ()> {
        await generator::ready(());
        panic!("made up");
    }
    let panicked = spawn_blocking(|| generator::run(unlucky()));
    assert!(panicked.await.unwrap_err().is_panic());
}
