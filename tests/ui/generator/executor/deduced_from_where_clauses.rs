//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// The executor may be a parameter, or an associated type, of what is around the body; what a
// where-clause knows of it the body knows too.

#![feature(native_generators)]

use std::fmt::Debug;
use std::generator::{Executor, Future, Generator, State, Stream};

trait Clock: Executor {
    fn now(&mut self) -> u64;
}

trait Runtime {
    type Executor: Clock<Blocked = u64>;
    type Other: Executor;

    fn executor(&mut self) -> &mut Self::Executor;
}

struct Manual {
    time: u64,
}

impl Executor for Manual {
    type Blocked = u64;
    type Resume = ();

    fn take_resume(&mut self) {}
}

impl Clock for Manual {
    fn now(&mut self) -> u64 {
        self.time
    }
}

struct Test {
    manual: Manual,
}

impl Runtime for Test {
    type Executor = Manual;
    type Other = ();

    fn executor(&mut self) -> &mut Manual {
        &mut self.manual
    }
}

fn until<E: Clock<Blocked = u64>>(time: u64) => impl Future<E, Return = u64> {
    await std::generator::from_fn(move |clock: &mut E| {
        let now = clock.now();
        if now < time { State::Blocked(time - now) } else { State::Complete(()) }
    });
    ref executor.now()
}

/// An associated type as the executor.
fn twice<R: Runtime>(time: u64) => impl Future<R::Executor, Return = u64> {
    let first = await until(time);
    let second = await until(first + 5);
    second - first
}

/// Bounds in a where-clause, on the executor and on its associated types.
fn stamps<E, T>(values: Vec<T>) => impl Stream<E, Yield = (u64, T), Return = String>
where
    E: Clock,
    E::Blocked: Debug + From<u64>,
    E::Resume: Into<()>,
    T: Clone,
{
    for value in values {
        let now = ref executor.now();
        let resumed = yield (now, value);
        let () = resumed.into();
    }
    format!("{:?}", E::Blocked::from(1))
}

struct Service<R: Runtime> {
    runtime: R,
}

impl<R> Service<R>
where
    R: Runtime,
    R::Executor: Executor<Resume = ()>,
{
    fn serve(times: u64) => impl Stream<R::Executor, Yield = u64, Return = ()> {
        for n in 1..=times {
            let now = await until(n * 10);
            let () = yield now;
        }
    }

    fn other(n: u64) => impl Future<R::Other, Return = u64> {
        let _: &mut R::Other = ref executor;
        n
    }

    fn all(&mut self, times: u64) -> Vec<Result<u64, u64>> {
        let mut all = vec![];
        let mut frame = Service::<R>::serve(times);
        for _ in 0..2 * times {
            match frame.step(self.runtime.executor()) {
                State::Yielded(time) => all.push(Ok(time)),
                State::Blocked(wait) => all.push(Err(wait)),
                State::Complete(()) => break,
            }
        }
        all
    }
}

fn main() {
    let mut manual = Manual { time: 2 };
    let mut frame = twice::<Test>(3);
    assert_eq!(frame.step(&mut manual), State::Blocked(1));
    manual.time = 4;
    assert_eq!(frame.step(&mut manual), State::Blocked(5));
    manual.time = 12;
    assert_eq!(frame.step(&mut manual), State::Complete(8));

    let mut frame = stamps(vec!['a']);
    assert_eq!(frame.step(&mut manual), State::Yielded((12, 'a')));
    assert_eq!(frame.step(&mut manual), State::Complete("1".to_string()));

    let mut service = Service { runtime: Test { manual } };
    assert_eq!(service.all(2), [Ok(12), Err(8), Err(8), Err(8)]);
    assert_eq!(Service::<Test>::other(3).step(&mut ()), State::Complete(3));
}
