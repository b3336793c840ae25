//@ run-pass
//@ revisions: e2018 e2021 e2024
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// The event loop from inside: `ref executor` spawns, `adopt` awaits what is a future elsewhere, and
// code for any `Timer` runs there and synchronously.

#![feature(native_generators)]

use std::cell::RefCell;
use std::future;
use std::generator::{self, EventLoop, Future, Stream, Timer};
use std::rc::Rc;
use std::task::Poll;
use std::time::Duration;

type Log = Rc<RefCell<Vec<String>>>;

fn steps<E: Timer>(name: &'static str, times: u32, log: Log) => impl Future<E, Return = u32> {
    for n in 0..times {
        log.borrow_mut().push(format!("{}{}", name, n));
        await E::sleep(Duration::from_millis(0));
    }
    times
}

fn ticks<E: Timer>(times: u32) => impl Stream<E, Yield = u32, Return = ()> {
    for n in 0..times {
        await E::sleep(Duration::from_millis(0));
        yield n;
    }
}

async fn asynchronous(n: u32) -> u32 {
    let mut polls = 0;
    n + future::poll_fn(move |context| {
        polls += 1;
        context.waker().wake_by_ref();
        if polls < n { Poll::Pending } else { Poll::Ready(polls) }
    }).await
}

fn main_task(log: Log) => static impl Future<EventLoop, Return = (u32, u32, u32)> {
    let first = ref executor.spawn(steps("a", 2, log.clone()));
    let second = ref executor.spawn(steps("b", 1, log.clone()));
    let dropped = ref executor.spawn(steps("never", 1, log.clone()));
    drop(dropped);
    log.borrow_mut().push("spawned".to_string());
    let adopted = await EventLoop::adopt(asynchronous(3));
    let mut sum = 0;
    await for n in ticks(3) {
        sum += n;
    }
    let together = (await first).unwrap() * 10 + second.await.unwrap();
    ref executor.spawn(steps("left", 5, log)).detach();
    (adopted, sum, together)
}

fn panics() => impl Future<EventLoop, Return = bool> {
    let failing = ref executor.spawn(fails());
    let error = (await failing).unwrap_err();
    *error.into_panic().downcast_ref::<&str>().unwrap() == "inside"
}

fn fails() => impl Future<EventLoop, Return = ()> {
    await EventLoop::sleep(Duration::from_millis(0));
    panic!("inside");
}

fn main() {
    let log = Log::default();
    assert_eq!(EventLoop::new().run(main_task(log.clone())), (6, 3, 21));
    let log = log.borrow();
    assert_eq!(log[0], "spawned");
    for entry in ["a0", "a1", "b0"].iter() {
        assert!(log.iter().any(|logged| logged == entry), "{}", entry);
    }
    assert!(!log.iter().any(|logged| logged.starts_with("never")));

    let log = Log::default();
    assert_eq!(generator::run(steps("sync", 2, log.clone())), 2);
    assert_eq!(*log.borrow(), ["sync0", "sync1"]);

    if cfg!(panic = "unwind") {
        std::panic::set_hook(Box::new(|_| {}));
        assert!(EventLoop::new().run(panics()));
    }
}
