//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// The executor of a body is the one that its face inherits from: through one trait or several, with
// parameters, and the same one by two ways.

#![feature(native_generators)]

use std::generator::{Arg, Executor, Future, Generator, State, Stream, Task};
use std::pin::pin;
use std::task::{Context, Poll, Waker};

struct Bus {
    packets: Vec<u8>,
}

impl Executor for Bus {
    type Blocked = &'static str;
    type Resume = u8;

    fn take_resume(&mut self) -> u8 {
        self.packets.pop().unwrap_or(0)
    }
}

trait Driver: Stream<Bus, Yield = u32, Return = ()> {}
impl<G: Stream<Bus, Yield = u32, Return = ()>> Driver for G {}

trait SendDriver: Driver + Send {}
impl<G: Driver + Send> SendDriver for G {}

trait Job<T>: Future<Bus, Return = T> {
    fn finish(mut self, bus: &mut Bus) -> T
    where
        Self: Sized + Unpin,
    {
        match self.step(bus) {
            State::Complete(value) => value,
            State::Blocked(reason) => panic!("{}", reason),
        }
    }
}
impl<T, G: Future<Bus, Return = T>> Job<T> for G {}

trait For<E: Executor, T>: Future<E, Return = T> {}
impl<E: Executor, T, G: Future<E, Return = T>> For<E, T> for G {}

trait Nested<T>: For<Arg<T>, Vec<T>> {}
impl<T, G: For<Arg<T>, Vec<T>>> Nested<T> for G {}

trait Parser<'a>: Generator<Arg<&'a str>, Yield = usize, Return = Option<&'a str>> {}
impl<'a, G: Generator<Arg<&'a str>, Yield = usize, Return = Option<&'a str>>> Parser<'a> for G {}

fn driver() => impl Driver {
    let first = yield u32::from(ref executor.packets.len() as u8);
    yield u32::from(first) * 10;
}

fn send_driver(n: u32) => impl SendDriver {
    yield n;
    yield.. driver();
}

fn job(n: u8) => impl Job<usize> {
    ref executor.packets.push(n);
    ref executor.packets.len()
}

fn two_ways(n: u8) => impl Job<usize> + Future<Bus, Return = usize> + For<Bus, usize> + Send {
    await job(n) + ref executor.packets.len()
}

fn parametrized<E: Executor>(n: u32) => impl For<E, u32> {
    let _: &mut E = ref executor;
    n + 1
}

fn task() => impl For<Task, bool> {
    let waker = ref executor.waker();
    await std::future::ready(waker.will_wake(Waker::noop()))
}

fn nested() => impl Nested<char> {
    let _: &mut Arg<char> = ref executor;
    let letter = await std::generator::ready('n');
    vec![letter]
}

fn parser<'a>() => impl Parser<'a> {
    let mut longest: Option<&'a str> = None;
    loop {
        match (yield longest.map_or(0, str::len)) {
            "" => return longest,
            word if word.len() > longest.map_or(0, str::len) => longest = Some(word),
            _ => {}
        }
    }
}

fn main() {
    let mut bus = Bus { packets: vec![7, 8] };
    let mut frame = send_driver(1);
    assert_eq!(frame.step(&mut bus), State::Yielded(1));
    assert_eq!(frame.step(&mut bus), State::Yielded(1));
    assert_eq!(frame.step(&mut bus), State::Yielded(70));
    assert_eq!(frame.step(&mut bus), State::Complete(()));
    assert_eq!(job(1).finish(&mut bus), 1);
    assert_eq!(two_ways(2).finish(&mut bus), 4);
    assert_eq!(parametrized(1).finish(&mut bus), 2);
    assert_eq!(std::generator::run(parametrized(2)), 3);
    assert_eq!(nested().step(&mut Arg::new('x')), State::Complete(vec!['n']));
    let mut context = Context::from_waker(Waker::noop());
    let polled = std::future::Future::poll(pin!(task().into_core()), &mut context);
    assert_eq!(polled, Poll::Ready(true));

    let text = "a longest word".to_string();
    let mut frame = parser();
    frame.start();
    for (word, length) in text.split(' ').zip([1, 7, 7].iter()) {
        assert_eq!(frame.send(word), State::Yielded(*length));
    }
    assert_eq!(frame.send(""), State::Complete(Some("longest")));
}
