//! Wake-ups, above all from other threads.

use std::cell::Cell;
use std::collections::VecDeque;
use std::generator::{EventLoop, Future, State, from_fn};
use std::rc::Rc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Barrier, Mutex, mpsc};
use std::task::Waker;
use std::thread;

use super::{counted, never, turn, turns};

/// Returns the waker of the task that awaits this.
fn waker() => impl Future<EventLoop, Return = Waker> {
    (ref executor).waker()
}

#[test]
fn wakers_are_send_and_sync_and_know_one_another() {
    fn root() => impl Future<EventLoop, Return = ()> {
        let mine = (ref executor).waker();
        await turn();
        assert!(mine.will_wake(&(ref executor).waker()));
        let other = (ref executor).spawn(waker());
        let other = (await other).unwrap();
        assert!(!mine.will_wake(&other));
        assert!(mine.will_wake(&mine.clone()));
        assert!(mine.will_wake(&(ref executor).waker()));
    }

    fn all<T: Send + Sync>() {}

    all::<Waker>();
    EventLoop::new().run(root());
}

#[test]
fn several_wakes_are_one_resumption() {
    let resumptions = Rc::new(Cell::new(0));
    let mut is_started = false;
    let root = from_fn(|event_loop: &mut EventLoop| {
        if is_started {
            return State::Complete(());
        }
        is_started = true;
        let waker = event_loop.waker();
        for _ in 0..10 {
            waker.wake_by_ref();
            waker.clone().wake();
        }
        State::Blocked(())
    });
    let mut event_loop = EventLoop::new();
    event_loop.run(counted(root, resumptions.clone()));
    assert_eq!(resumptions.get(), 2);
}

#[test]
fn a_task_wakes_another() {
    fn wakes(waker: Waker, times: u32) => impl Future<EventLoop, Return = ()> {
        for _ in 0..times {
            waker.wake_by_ref();
            await turns(2);
        }
    }

    fn root() => impl Future<EventLoop, Return = u32> {
        let waker = (ref executor).waker();
        (ref executor).spawn(wakes(waker, 10)).detach();
        let mut count = 0;
        await from_fn(move |_: &mut EventLoop| {
            count += 1;
            if count > 10 { State::Complete(count) } else { State::Blocked(()) }
        })
    }

    assert_eq!(EventLoop::new().run(root()), 11);
}

#[test]
fn values_of_another_thread() {
    let (sender, receiver) = mpsc::channel();
    let mut thread = None;
    let mut received = Vec::new();
    EventLoop::new().run(from_fn(|event_loop: &mut EventLoop| {
        thread.get_or_insert_with(|| {
            let (sender, waker) = (sender.clone(), event_loop.waker());
            thread::spawn(move || {
                for n in 0..10_000 {
                    sender.send(n).unwrap();
                    waker.wake_by_ref();
                }
            })
        });
        received.extend(receiver.try_iter());
        if received.len() == 10_000 { State::Complete(()) } else { State::Blocked(()) }
    }));
    assert!(received.into_iter().eq(0..10_000));
    thread.unwrap().join().unwrap();
}

/// A task for each thread. A thread goes on only when its task has seen what the thread did before
/// its last wake; the wake may meet the task while it sleeps, runs, or is about to run.
#[test]
fn no_wake_is_lost() {
    const ROUNDS: u32 = 5000;

    struct Exchange {
        sent: AtomicU32,
        seen: AtomicU32,
    }

    fn sends(exchange: &Exchange, waker: &Waker) {
        for round in 1..=ROUNDS {
            exchange.sent.store(round, Ordering::Relaxed);
            waker.wake_by_ref();
            while exchange.seen.load(Ordering::Relaxed) != round {
                thread::yield_now();
            }
        }
    }

    fn receives() => impl Future<EventLoop, Return = ()> {
        let exchange = Arc::new(Exchange { sent: AtomicU32::new(0), seen: AtomicU32::new(0) });
        let waker = (ref executor).waker();
        let thread = thread::spawn({
            let exchange = exchange.clone();
            move || sends(&exchange, &waker)
        });
        await from_fn(move |_: &mut EventLoop| {
            let round = exchange.sent.load(Ordering::Relaxed);
            exchange.seen.store(round, Ordering::Relaxed);
            if round == ROUNDS { State::Complete(()) } else { State::Blocked(()) }
        });
        thread.join().unwrap();
    }

    let mut event_loop = EventLoop::new();
    let tasks: Vec<_> = (0..4).map(|_| event_loop.spawn(receives())).collect();
    for task in tasks {
        event_loop.run(task).unwrap();
    }
}

/// Many threads wake many tasks, each whichever it likes.
#[test]
fn many_threads_wake_many_tasks() {
    const THREADS: usize = 8;
    const TASKS: usize = 50;
    const WAKES: usize = 3000;

    type Mailboxes = Arc<Vec<Mutex<VecDeque<usize>>>>;

    fn receives(mailboxes: Mailboxes, own: usize, count: usize)
    => impl Future<EventLoop, Return = usize> {
        let mut received = 0;
        let mut sum = 0;
        await from_fn(move |_: &mut EventLoop| {
            let mut mailbox = mailboxes[own].lock().unwrap();
            received += mailbox.len();
            sum += mailbox.drain(..).sum::<usize>();
            if received == count { State::Complete(sum) } else { State::Blocked(()) }
        })
    }

    /// Hands out its waker before it does its work.
    fn task(mailboxes: Mailboxes, own: usize, count: usize, wakers: mpsc::Sender<(usize, Waker)>)
    => impl Future<EventLoop, Return = usize> {
        wakers.send((own, (ref executor).waker())).unwrap();
        await receives(mailboxes, own, count)
    }

    let mailboxes: Mailboxes = Arc::new((0..TASKS).map(|_| Mutex::default()).collect());
    let (sender, receiver) = mpsc::channel();
    let mut event_loop = EventLoop::new();
    let mut tasks = Vec::new();
    for own in 0..TASKS {
        let count = THREADS * WAKES / TASKS;
        tasks.push(event_loop.spawn(task(mailboxes.clone(), own, count, sender.clone())));
    }
    event_loop.run(turn());
    let mut wakers: Vec<_> = receiver.try_iter().collect();
    wakers.sort_by_key(|(own, _)| *own);
    assert_eq!(wakers.len(), TASKS);

    let wakers = Arc::new(wakers);
    let barrier = Arc::new(Barrier::new(THREADS));
    let threads: Vec<_> = (0..THREADS)
        .map(|thread| {
            let (mailboxes, wakers, barrier) = (mailboxes.clone(), wakers.clone(), barrier.clone());
            thread::spawn(move || {
                barrier.wait();
                for n in 0..WAKES {
                    let to = (n * 7 + thread * 13) % TASKS;
                    mailboxes[to].lock().unwrap().push_back(n);
                    wakers[to].1.wake_by_ref();
                }
            })
        })
        .collect();
    let mut sum = 0;
    for task in tasks {
        sum += event_loop.run(task).unwrap();
    }
    assert_eq!(sum, THREADS * (0..WAKES).sum::<usize>());
    for thread in threads {
        thread.join().unwrap();
    }
}

#[test]
fn wakers_outlive_tasks_and_loops() {
    let mut event_loop = EventLoop::new();
    let task = event_loop.spawn(waker());
    let of_task = event_loop.run(task).unwrap();
    let of_root = event_loop.run(waker());
    let outside = event_loop.waker();
    of_task.wake_by_ref();
    event_loop.run(turns(2));
    of_task.wake_by_ref();
    drop(event_loop);

    for waker in [of_task, of_root, outside] {
        waker.wake_by_ref();
        let clone = waker.clone();
        thread::spawn(move || clone.wake()).join().unwrap();
        waker.wake();
    }
}

#[test]
fn the_waker_of_a_task_that_has_ended_wakes_no_other() {
    let resumptions = Rc::new(Cell::new(0));
    let mut event_loop = EventLoop::new();
    let task = event_loop.spawn(waker());
    let of_task = event_loop.run(task).unwrap();
    let of_root = event_loop.run(waker());
    event_loop.spawn(counted(never::<()>(), resumptions.clone())).detach();
    for _ in 0..3 {
        of_task.wake_by_ref();
        of_root.wake_by_ref();
        event_loop.run(turns(2));
    }
    assert_eq!(resumptions.get(), 1);
}

/// While one loop runs in a task of another, each is woken by what is meant for it.
#[test]
fn a_loop_in_a_task_of_another_loop() {
    fn inner(of_outer: Waker) => impl Future<EventLoop, Return = u32> {
        let task = (ref executor).spawn(turns(3));
        of_outer.wake();
        (await task).unwrap();
        5
    }

    fn outer() => impl Future<EventLoop, Return = u32> {
        let mut woken = 0;
        for _ in 0..3 {
            let waker = (ref executor).waker();
            woken += EventLoop::new().run(inner(waker));
            let mut is_woken = false;
            // It was woken already: what waits here goes on at once.
            await from_fn(move |_: &mut EventLoop| {
                if is_woken {
                    return State::Complete(());
                }
                is_woken = true;
                State::Blocked(())
            });
        }
        woken
    }

    let mut event_loop = EventLoop::new();
    let beside = event_loop.spawn(turns(4));
    let task = event_loop.spawn(outer());
    assert_eq!(event_loop.run(task).unwrap(), 15);
    event_loop.run(beside).unwrap();
}

#[test]
fn threads_go_on_waking_while_the_loop_is_dropped() {
    for _ in 0..50 {
        let mut event_loop = EventLoop::new();
        event_loop.spawn(never::<()>()).detach();
        let task = event_loop.spawn(waker());
        let wakers = [event_loop.run(task).unwrap(), event_loop.run(waker())];
        let barrier = Arc::new(Barrier::new(2));
        let thread = thread::spawn({
            let barrier = barrier.clone();
            move || {
                barrier.wait();
                for waker in wakers {
                    waker.wake_by_ref();
                    waker.wake();
                }
            }
        });
        barrier.wait();
        drop(event_loop);
        thread.join().unwrap();
    }
}

/// A wake between two runs is there in the next one.
#[test]
fn woken_between_two_runs() {
    fn task(sender: mpsc::Sender<Waker>) => impl Future<EventLoop, Return = &'static str> {
        let mut is_started = false;
        await from_fn(move |event_loop: &mut EventLoop| {
            if is_started {
                return State::Complete("woken");
            }
            is_started = true;
            sender.send(event_loop.waker()).unwrap();
            State::Blocked(())
        })
    }

    let (sender, receiver) = mpsc::channel();
    let mut event_loop = EventLoop::new();
    let task = event_loop.spawn(task(sender));
    event_loop.run(turns(2));
    thread::spawn(move || receiver.recv().unwrap().wake()).join().unwrap();
    assert!(!task.is_finished());
    assert_eq!(event_loop.run(task).unwrap(), "woken");
}
