//! The tasks as native generators on the event loop of `std`.

#![feature(native_generators)]

use std::generator::{EventLoop, Future, Generator, State};
use std::pin::Pin;
use std::process::ExitCode;
use std::thread::LocalKey;

use tasks::{PING, PONG, Slot, mixed, put, take};

fn task(number: u64) => impl Future<EventLoop, Return = u64> {
    mixed(number)
}

fn spawn(n: u64) => impl Future<EventLoop, Return = u64> {
    let mut handles = Vec::new();
    for number in 0..n {
        handles.push((ref executor).spawn(task(number)));
    }
    let mut total = 0u64;
    for handle in handles {
        total = total.wrapping_add((await handle).expect("it does not panic"));
    }
    total
}

struct Taken(&'static LocalKey<Slot>);

impl Generator<EventLoop> for Taken {
    type Yield = !;
    type Return = u64;

    fn resume(self: Pin<&mut Self>, event_loop: &mut EventLoop) -> State<!, u64, ()> {
        match take(self.0, || event_loop.waker()) {
            Some(number) => State::Complete(number),
            None => State::Blocked(()),
        }
    }
}

fn ping(n: u64) => impl Future<EventLoop, Return = u64> {
    let mut total = 0u64;
    for number in 0..n {
        put(&PING, number);
        total = total.wrapping_add(await Taken(&PONG));
    }
    total
}

fn pong(n: u64) => impl Future<EventLoop, Return = u64> {
    for _ in 0..n {
        let number = await Taken(&PING);
        put(&PONG, mixed(number));
    }
    n
}

fn ping_pong(n: u64) => impl Future<EventLoop, Return = u64> {
    let ping = (ref executor).spawn(ping(n));
    let pong = (ref executor).spawn(pong(n));
    let total = (await ping).expect("it does not panic");
    total ^ (await pong).expect("it does not panic")
}

fn main() -> ExitCode {
    measure::main(&[
        ("spawn", |n| EventLoop::new().run(spawn(n))),
        ("ping-pong", |n| EventLoop::new().run(ping_pong(n))),
    ])
}
