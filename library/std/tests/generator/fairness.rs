//! Tasks take turns; a loop with nothing to do sleeps.

use std::cell::Cell;
use std::generator::{self, EventLoop, Future, Generator, State, Timer, from_fn};
use std::rc::Rc;
use std::thread;
use std::time::Duration;

use super::{Log, counted, never, turn, turns};

/// Always has something to do.
fn busy(name: &'static str, log: Log) => impl Future<EventLoop, Return = ()> {
    loop {
        log.push(name);
        await turn();
    }
}

#[test]
fn busy_tasks_take_turns() {
    let log = Log::default();
    let mut event_loop = EventLoop::new();
    for name in ["a", "b", "c"] {
        event_loop.spawn(busy(name, log.clone())).detach();
    }
    event_loop.run(turns(100));
    let events = log.take();
    assert!(events.len() >= 300);
    assert!(events.chunks_exact(3).all(|turn| turn == ["a", "b", "c"]));
}

/// The longest that a task waits for its turn is one turn of each of the others.
#[test]
fn the_root_and_tasks_spawned_on_the_way_take_turns_too() {
    fn root(log: Log) => impl Future<EventLoop, Return = ()> {
        for n in 0..50 {
            if n == 10 {
                (ref executor).spawn(busy("c", log.clone())).detach();
            }
            log.push("root");
            await turn();
        }
    }

    let log = Log::default();
    let mut event_loop = EventLoop::new();
    event_loop.spawn(busy("a", log.clone())).detach();
    event_loop.spawn(busy("b", log.clone())).detach();
    event_loop.run(root(log.clone()));
    let events = log.take();
    for names in events.windows(4).skip(60) {
        let mut names = names.to_vec();
        names.sort();
        assert_eq!(names, ["a", "b", "c", "root"]);
    }
}

#[test]
fn a_task_that_wakes_itself_many_times_gets_one_turn() {
    fn greedy(log: Log) => impl Future<EventLoop, Return = ()> {
        loop {
            log.push("greedy");
            let waker = (ref executor).waker();
            for _ in 0..100 {
                waker.wake_by_ref();
            }
            await from_fn({
                let mut is_over = false;
                move |_: &mut EventLoop| match std::mem::replace(&mut is_over, true) {
                    true => State::Complete(()),
                    false => State::Blocked(()),
                }
            });
        }
    }

    let log = Log::default();
    let mut event_loop = EventLoop::new();
    event_loop.spawn(greedy(log.clone())).detach();
    event_loop.spawn(busy("modest", log.clone())).detach();
    event_loop.run(turns(50));
    let events = log.take();
    assert!(events.chunks_exact(2).all(|turn| turn == ["greedy", "modest"]));
}

#[test]
fn busy_tasks_do_not_keep_timers_from_firing() {
    let log = Log::default();
    let mut event_loop = EventLoop::new();
    event_loop.spawn(busy("busy", log.clone())).detach();
    event_loop.run(EventLoop::sleep(Duration::from_millis(3)));
    assert!(log.take().len() > 1);
}

#[test]
fn busy_tasks_do_not_keep_other_threads_from_waking() {
    let log = Log::default();
    let mut event_loop = EventLoop::new();
    event_loop.spawn(busy("busy", log)).detach();
    let mut thread = None;
    event_loop.run(from_fn(|event_loop: &mut EventLoop| match &thread {
        Some(_) => State::Complete(()),
        None => {
            let waker = event_loop.waker();
            thread = Some(thread::spawn(move || waker.wake()));
            State::Blocked(())
        }
    }));
    thread.unwrap().join().unwrap();
}

#[test]
fn what_nothing_wakes_is_not_resumed() {
    let idle = Rc::new(Cell::new(0));
    let sleeper = Rc::new(Cell::new(0));
    let mut event_loop = EventLoop::new();
    event_loop.spawn(counted(never::<()>(), idle.clone())).detach();
    event_loop.run(turns(100));
    let sleep = EventLoop::sleep(Duration::from_millis(20));
    event_loop.run(counted(sleep, sleeper.clone()));
    assert_eq!(idle.get(), 1, "it is started, and that is all");
    assert_eq!(sleeper.get(), 2, "it is started, and resumed when its time has come");
}

#[test]
fn an_idle_loop_does_not_resume_its_root() {
    let resumptions = Rc::new(Cell::new(0));
    let mut is_started = false;
    let root = from_fn(|event_loop: &mut EventLoop| {
        if is_started {
            return State::Complete(());
        }
        is_started = true;
        let waker = event_loop.waker();
        thread::spawn(move || {
            thread::sleep(Duration::from_millis(20));
            waker.wake();
        });
        State::Blocked(())
    });
    EventLoop::new().run(counted(root, resumptions.clone()));
    assert_eq!(resumptions.get(), 2);
}

#[test]
fn spurious_resumptions_change_nothing() {
    fn root() => impl Future<EventLoop, Return = u32> {
        let mut sum = 0;
        for n in 0..10 {
            // Each time the task is woken it comes back to all three.
            let task = (ref executor).spawn(turns(n).map_return(move |()| n));
            let all = (turns(7), task, EventLoop::sleep(Duration::from_millis(1)));
            let ((), n, ()) = await generator::join(all);
            sum += n.unwrap();
        }
        sum
    }

    assert_eq!(EventLoop::new().run(root()), 45);
}
