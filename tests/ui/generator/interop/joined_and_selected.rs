//@ run-pass
//@ revisions: e2018 e2021 e2024
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// `join` and `select` over futures of both worlds, in native bodies and, by `into_core`, in `async`
// ones; what loses a `select` goes on later.

#![feature(native_generators)]

use std::cell::RefCell;
use std::future::{self, Future};
use std::generator::{self, Generator, Selected, State, Task, join, select};
use std::pin::pin;
use std::task::{Context, Poll, Waker};

type Log = RefCell<Vec<String>>;

fn turns(log: &Log, name: char, times: u32) => impl Future<Output = u32> {
    for n in 0..times {
        log.borrow_mut().push(format!("{}{}", name, n));
        await turn();
    }
    times
}

fn turn() => impl generator::Future<Task, Return = ()> {
    let mut first = true;
    await generator::from_fn(move |_: &mut Task| {
        if std::mem::replace(&mut first, false) { State::Blocked(()) } else { State::Complete(()) }
    })
}

async fn asynchronous(log: &Log, name: char) -> String {
    turns(log, name, 1).await;
    format!("{}!", name)
}

fn native(log: &Log) => static impl Future<Output = String> {
    let both = (turns(log, 'a', 2), asynchronous(log, 'b'), future::ready('c'));
    let (count, text, letter) = await join(both);
    let [first, second] = join([turns(log, 'd', 0), turns(log, 'd', 1)]).await;
    format!("{} {} {} {} {}", count, text, letter, first, second)
}

fn racing(log: &Log) => impl Future<Output = (u32, u32)> {
    match await select(turns(log, 'e', 3), Box::pin(asynchronous(log, 'f'))) {
        Selected::First(..) => panic!("the longer one was first"),
        Selected::Second(rest, text) => {
            log.borrow_mut().push(text);
            match await select(future::pending::<()>(), rest) {
                Selected::First((), _) => panic!("`pending` was ready"),
                Selected::Second(_, count) => (count, 1),
            }
        }
    }
}

async fn in_async(log: &Log) -> (u32, char) {
    let joined = Generator::<Task>::into_core(join((turns(log, 'g', 1), future::ready('h'))));
    let (count, letter) = joined.await;
    let pending = future::pending::<u8>();
    let selected = Generator::<Task>::into_core(select(future::ready(count), pending));
    match selected.await {
        Selected::First(n, _) => (n, letter),
        Selected::Second(..) => panic!(),
    }
}

fn poll_all<F: Future>(future: F) -> (u32, F::Output) {
    let mut future = pin!(future);
    let mut pending = 0;
    loop {
        match future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(value) => return (pending, value),
            Poll::Pending => pending += 1,
        }
    }
}

fn main() {
    let log = Log::default();
    assert_eq!(poll_all(native(&log)), (3, "2 b! c 0 1".to_string()));
    assert_eq!(log.take(), ["a0", "b0", "a1", "d0"]);
    assert_eq!(poll_all(racing(&log)), (2, (3, 1)));
    assert_eq!(log.take(), ["e0", "f0", "e1", "f!", "e2"]);
    assert_eq!(poll_all(in_async(&log)), (1, (1, 'h')));
    assert_eq!(log.take(), ["g0"]);
}
