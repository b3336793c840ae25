//! Tasks and their handles.

use std::cell::{Cell, RefCell};
use std::generator::{self, EventLoop, Future, Generator, JoinHandle, Selected, State, from_fn};
use std::rc::Rc;

use super::{Log, never, turn, turns};

#[test]
fn a_handle_gives_the_result() {
    fn sum() => impl Future<EventLoop, Return = u32> {
        let one = (ref executor).spawn(turns(3).map_return(|()| 1));
        let two = (ref executor).spawn(generator::ready(2));
        (await one).unwrap() + (await two).unwrap()
    }

    assert_eq!(EventLoop::new().run(sum()), 3);
}

#[test]
fn nothing_runs_when_it_is_spawned() {
    fn note(log: Log) => impl Future<EventLoop, Return = ()> {
        log.push("task");
    }

    fn root(log: Log) => impl Future<EventLoop, Return = ()> {
        let task = (ref executor).spawn(note(log.clone()));
        log.push("root");
        (await task).unwrap();
        log.push("after");
    }

    let log = Log::default();
    EventLoop::new().run(root(log.clone()));
    assert_eq!(log.take(), ["root", "task", "after"]);
}

#[test]
fn tasks_start_in_the_order_of_their_spawning() {
    fn note(name: u32, log: Log) => impl Future<EventLoop, Return = ()> {
        log.push(name);
    }

    let log = Log::default();
    let mut event_loop = EventLoop::new();
    for name in 0..5 {
        event_loop.spawn(note(name, log.clone())).detach();
    }
    event_loop.run(turn());
    assert_eq!(log.take(), ["0", "1", "2", "3", "4"]);
}

#[test]
fn a_handle_may_be_awaited_late() {
    fn root() => impl Future<EventLoop, Return = String> {
        let task = (ref executor).spawn(generator::ready(String::from("kept")));
        assert!(!task.is_finished());
        await turns(3);
        assert!(task.is_finished());
        (await task).unwrap()
    }

    assert_eq!(EventLoop::new().run(root()), "kept");
}

#[test]
fn results_need_be_neither_send_nor_clone_nor_unpin() {
    use std::marker::PhantomPinned;

    struct Value(Rc<u32>, #[allow(dead_code)] PhantomPinned);

    let mut event_loop = EventLoop::new();
    let task = event_loop.spawn(generator::ready(Value(Rc::new(6), PhantomPinned)));
    assert_eq!(*event_loop.run(task).unwrap().0, 6);
}

#[test]
fn a_task_may_await_another() {
    fn chain(n: u32) => impl Future<EventLoop, Return = u32> {
        if n == 0 {
            return 0;
        }
        let next = (ref executor).spawn(chain(n - 1));
        1 + (await next).unwrap()
    }

    assert_eq!(EventLoop::new().run(chain(100)), 100);
}

#[test]
fn a_handle_may_go_to_another_task() {
    fn awaits(handle: JoinHandle<u32>) => impl Future<EventLoop, Return = u32> {
        10 + (await handle).unwrap()
    }

    fn root() => impl Future<EventLoop, Return = u32> {
        let one = (ref executor).spawn(turns(4).map_return(|()| 1));
        let two = (ref executor).spawn(awaits(one));
        (await two).unwrap()
    }

    assert_eq!(EventLoop::new().run(root()), 11);
}

/// It wakes the task that waits for it now, not the one that did before.
#[test]
fn a_handle_may_go_to_another_task_while_it_is_awaited() {
    fn awaits(handle: JoinHandle<u32>) => impl Future<EventLoop, Return = u32> {
        (await handle).unwrap()
    }

    fn root() => impl Future<EventLoop, Return = u32> {
        let slow = (ref executor).spawn(turns(10).map_return(|()| 1));
        let Selected::Second(slow, ()) = await generator::select(slow, turns(2)) else {
            panic!("the task is too fast");
        };
        let other = (ref executor).spawn(awaits(slow));
        (await other).unwrap()
    }

    assert_eq!(EventLoop::new().run(root()), 1);
}

#[test]
fn a_task_may_return_a_handle() {
    fn spawns() => impl Future<EventLoop, Return = JoinHandle<u32>> {
        (ref executor).spawn(turns(3).map_return(|()| 5))
    }

    fn root() => impl Future<EventLoop, Return = u32> {
        let task = (ref executor).spawn(spawns());
        let inner = (await task).unwrap();
        (await inner).unwrap()
    }

    assert_eq!(EventLoop::new().run(root()), 5);
}

#[test]
fn a_handle_may_be_awaited_in_another_loop() {
    let mut one = EventLoop::new();
    let mut two = EventLoop::new();
    let mut task = one.spawn(turns(3).map_return(|()| 8));
    assert!(task.step(&mut two).is_blocked());
    one.run(turns(5));
    assert_eq!(two.run(task).unwrap(), 8);
}

#[test]
fn a_detached_task_goes_on() {
    fn root(log: Log) => impl Future<EventLoop, Return = ()> {
        let noted = log.clone();
        let task = turns(3).map_return(move |()| noted.push("ended"));
        (ref executor).spawn(task).detach();
        await turns(6);
        log.push("root");
    }

    let log = Log::default();
    EventLoop::new().run(root(log.clone()));
    assert_eq!(log.take(), ["ended", "root"]);
}

#[test]
fn the_result_of_a_detached_task_is_dropped() {
    let log = Log::default();
    let mut event_loop = EventLoop::new();
    event_loop.spawn(generator::ready(log.drops("early"))).detach();
    event_loop.run(turns(2));
    assert_eq!(log.take(), ["early dropped"]);

    let task = event_loop.spawn(generator::ready(log.drops("late")));
    event_loop.run(turns(2));
    assert!(log.take().is_empty(), "it may be awaited yet");
    task.detach();
    assert_eq!(log.take(), ["late dropped"]);
}

#[test]
fn a_future_is_dropped_when_its_task_ends() {
    fn holds(log: Log) => impl Future<EventLoop, Return = ()> {
        let _local = log.drops("local");
        await turn();
    }

    fn root(log: Log) => impl Future<EventLoop, Return = ()> {
        let argument = log.drops("capture");
        let task = (ref executor).spawn(holds(log.clone()).map_return(move |()| drop(argument)));
        (await task).unwrap();
        log.push("awaited");
    }

    let log = Log::default();
    EventLoop::new().run(root(log.clone()));
    assert_eq!(log.take(), ["local dropped", "capture dropped", "awaited"]);
}

#[test]
#[should_panic = "generator resumed after completion"]
fn a_handle_gives_the_result_once() {
    let mut event_loop = EventLoop::new();
    let mut task = event_loop.spawn(generator::ready(1));
    event_loop.run(turns(2));
    assert_eq!(task.step(&mut event_loop).complete().unwrap().unwrap(), 1);
    assert!(task.is_finished());
    let _ = task.step(&mut event_loop);
}

#[test]
fn handles_print() {
    let mut event_loop = EventLoop::new();
    let task = event_loop.spawn(generator::ready(1));
    assert_eq!(format!("{task:?}"), "JoinHandle { is_finished: false }");
    event_loop.run(turns(2));
    assert_eq!(format!("{task:?}"), "JoinHandle { is_finished: true }");
}

#[test]
fn join_and_select_take_handles() {
    fn root() => impl Future<EventLoop, Return = (u32, u32, bool)> {
        let one = (ref executor).spawn(turns(3).map_return(|()| 1));
        let two = (ref executor).spawn(turns(1).map_return(|()| 2));
        let (one, two) = await generator::join((one, two));
        let fast = (ref executor).spawn(turns(1));
        let slow = (ref executor).spawn(never::<()>());
        let is_first = matches!(await generator::select(slow, fast), Selected::First(..));
        (one.unwrap(), two.unwrap(), is_first)
    }

    assert_eq!(EventLoop::new().run(root()), (1, 2, false));
}

#[test]
fn many_tasks() {
    fn root(n: u32) => impl Future<EventLoop, Return = u32> {
        let mut tasks = Vec::new();
        for i in 0..n {
            tasks.push((ref executor).spawn(turns(i % 7).map_return(move |()| i)));
        }
        let mut sum = 0;
        for task in tasks {
            sum += (await task).unwrap();
        }
        sum
    }

    let mut event_loop = EventLoop::new();
    assert_eq!(event_loop.run(root(10_000)), 49_995_000);
    assert_eq!(format!("{event_loop:?}"), "EventLoop { tasks: 0, timers: 0, .. }");
}

/// A queue between tasks: the receiver is woken when something is sent.
#[test]
fn tasks_talk_to_one_another() {
    #[derive(Clone, Default)]
    struct Queue {
        values: Rc<RefCell<std::collections::VecDeque<u32>>>,
        receiver: Rc<Cell<Option<std::task::Waker>>>,
    }

    impl Queue {
        fn send(&self, value: u32) {
            self.values.borrow_mut().push_back(value);
            if let Some(waker) = self.receiver.take() {
                waker.wake();
            }
        }

        fn receive(&self) -> impl Future<EventLoop, Return = u32> + Unpin + use<> {
            let Queue { values, receiver } = self.clone();
            from_fn(move |event_loop: &mut EventLoop| match values.borrow_mut().pop_front() {
                Some(value) => State::Complete(value),
                None => {
                    receiver.set(Some(event_loop.waker()));
                    State::Blocked(())
                }
            })
        }
    }

    fn sends(queue: Queue, n: u32) => impl Future<EventLoop, Return = ()> {
        for value in 0..n {
            queue.send(value);
            if value % 3 == 0 {
                await turn();
            }
        }
    }

    fn root() => impl Future<EventLoop, Return = Vec<u32>> {
        let queue = Queue::default();
        (ref executor).spawn(sends(queue.clone(), 10)).detach();
        let mut received = Vec::new();
        while received.len() < 10 {
            let value = await queue.receive();
            received.push(value);
        }
        received
    }

    assert_eq!(EventLoop::new().run(root()), (0..10).collect::<Vec<_>>());
}
