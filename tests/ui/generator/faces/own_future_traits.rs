//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024
//@ needs-threads

// Traits of one's own above `Future` and `Stream` as faces: with methods, parameters, bounds and
// associated types fixed by the trait, for functions, methods and `static` bodies.

#![feature(native_generators)]

use std::generator::{self, Executor, Future, State, Stream, ready};

trait Fallible<E: Executor, T>: Future<E, Return = Result<T, String>> + Sized {
    fn or_else<F, G>(self, f: F) -> OrElse<Self, F>
    where
        F: FnOnce(String) -> G,
        G: Future<E, Return = T> + Unpin,
    {
        OrElse { first: self, f: f }
    }
}

impl<E: Executor, T, G: Future<E, Return = Result<T, String>>> Fallible<E, T> for G {}

struct OrElse<A, F> {
    first: A,
    f: F,
}

impl<A, F> OrElse<A, F> {
    fn value<E, T, G>(self) => impl Future<E, Return = T>
    where
        E: Executor,
        A: Fallible<E, T> + Unpin,
        F: FnOnce(String) -> G,
        G: Future<E, Return = T> + Unpin,
    {
        match await self.first {
            Ok(value) => value,
            Err(error) => await (self.f)(error),
        }
    }
}

trait Lines<'a>: Stream<(), Yield = &'a str, Return = usize> {
    fn longest(mut self) -> (&'a str, usize)
    where
        Self: Sized + Unpin,
    {
        let mut longest = "";
        loop {
            match self.step(&mut ()) {
                State::Yielded(line) if line.len() > longest.len() => longest = line,
                State::Yielded(_) => {}
                State::Complete(count) => return (longest, count),
            }
        }
    }
}

impl<'a, G: Stream<(), Yield = &'a str, Return = usize>> Lines<'a> for G {}

trait Portable<T>: Future<(), Return = T> + Send + Clone + 'static {}
impl<T, G: Future<(), Return = T> + Send + Clone + 'static> Portable<T> for G {}

fn divide<E: Executor>(a: u32, b: u32) => impl Fallible<E, u32> {
    if b == 0 {
        return Err(format!("{} by zero", a));
    }
    Ok(a / await ready(b))
}

fn nested<E: Executor>(a: u32, b: u32) => impl Fallible<E, u32> {
    let once = await divide(a, b)?;
    let twice = await divide(once, b)?;
    Ok(once * 10 + twice)
}

fn lines<'a>(text: &'a str) => impl Lines<'a> {
    let mut count = 0;
    await for line in text.lines() {
        yield line.trim();
        count += 1;
    }
    count
}

fn portable(n: u32) => impl Portable<Vec<u32>> {
    let mut all = vec![];
    for m in 0..n {
        let next = await ready(m * m);
        all.push(next);
    }
    all
}

fn pinned<E: Executor>(words: Vec<u32>) => static impl Fallible<E, u32> {
    let mut sum = 0;
    for word in &words {
        sum += await divide(100, *word)?;
    }
    Ok(sum)
}

fn main() {
    assert_eq!(generator::run(nested(100, 5)), Ok(204));
    let fallback = divide(1, 0).or_else(|error| ready(error.len() as u32));
    assert_eq!(generator::run(fallback.value()), 9);
    assert_eq!(generator::run(divide(4, 2).or_else(|_| ready(0)).value()), 2);
    assert_eq!(lines("a\n bcd \nef").longest(), ("bcd", 3));
    let frame = portable(3);
    let copy = frame.clone();
    let elsewhere = std::thread::spawn(move || generator::run(copy)).join().unwrap();
    assert_eq!(elsewhere, generator::run(frame));
    assert_eq!(generator::run(pinned(vec![10, 50])), Ok(12));
    assert_eq!(generator::run(pinned(vec![10, 0])), Err("100 by zero".to_string()));
}
