//@ run-pass
//@ revisions: e2018 e2021 e2024
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// Operands are evaluated in the order in which they are where nothing suspends between them.

#![feature(native_generators)]

use std::cell::RefCell;
use std::generator::{self, Executor, Future, Generator, State};
use std::ops::{Add, AddAssign, Index, IndexMut};
use std::pin::pin;

type Log = RefCell<Vec<u32>>;

struct Turns;

impl Executor for Turns {
    type Blocked = u32;
    type Resume = ();

    fn take_resume(&mut self) {}
}

fn note(log: &Log, n: u32) -> u32 {
    log.borrow_mut().push(n);
    n
}

/// Notes `n` once it has blocked.
fn later(log: &Log, n: u32) => impl Future<Turns, Return = u32> {
    let mut blocked = false;
    await generator::from_fn(move |_: &mut Turns| {
        if std::mem::replace(&mut blocked, true) { State::Complete(()) } else { State::Blocked(n) }
    });
    note(log, n)
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Overloaded(u32);

impl Add<u32> for Overloaded {
    type Output = Overloaded;

    fn add(self, other: u32) -> Overloaded {
        Overloaded(self.0 + other)
    }
}

impl AddAssign<u32> for Overloaded {
    fn add_assign(&mut self, other: u32) {
        self.0 += other;
    }
}

struct Fields {
    first: u32,
    second: u32,
    third: u32,
}

impl Fields {
    fn sum(self, other: u32) -> u32 {
        self.first + self.second + self.third + other
    }
}

struct Table(Vec<u32>);

impl Index<u32> for Table {
    type Output = u32;

    fn index(&self, n: u32) -> &u32 {
        &self.0[n as usize]
    }
}

impl IndexMut<u32> for Table {
    fn index_mut(&mut self, n: u32) -> &mut u32 {
        &mut self.0[n as usize]
    }
}

fn call(f: fn(u32, u32) -> u32, a: u32, b: u32) -> u32 {
    f(a, b)
}

macro_rules! call {
    ($log:expr, $n:expr) => {
        note($log, $n)
    };
}

macro_rules! suspend {
    ($log:expr, $n:expr) => {
        await later($log, $n)
    };
}

/// The same expressions, once with calls and once with suspend points.
macro_rules! expressions {
    ($get:ident, $log:expr) => {{
        let mut array = [0; 4];
        let mut table = Table(vec![0; 4]);
        let mut overloaded = [Overloaded(1); 4];
        let product = $get!($log, 2) * $get!($log, 3);
        let sum = $get!($log, 1) + product - $get!($log, 4) % $get!($log, 5);
        let called = call(u32::wrapping_add, $get!($log, 6), $get!($log, 7));
        let fields = Fields {
            third: $get!($log, 1),
            first: $get!($log, 2),
            second: $get!($log, 3),
        };
        let method = fields.sum($get!($log, 4));
        let tuple = ($get!($log, 5), [$get!($log, 6), $get!($log, 7)], $get!($log, 8));
        array[$get!($log, 1) as usize] = $get!($log, 9);
        array[$get!($log, 2) as usize] += $get!($log, 8);
        table[$get!($log, 3)] = $get!($log, 7);
        overloaded[$get!($log, 0) as usize] += $get!($log, 6);
        overloaded[$get!($log, 1) as usize] = overloaded[$get!($log, 0) as usize] + $get!($log, 5);
        let range = $get!($log, 1)..$get!($log, 3);
        let lazy = $get!($log, 1) == $get!($log, 2) && $get!($log, 3) == $get!($log, 4)
            || $get!($log, 5) == $get!($log, 6) - $get!($log, 1);
        let nested = call(u32::max, call(u32::min, $get!($log, 1), $get!($log, 2)), $get!($log, 3));
        let chosen = match $get!($log, 4) {
            1 if $get!($log, 5) == 5 => $get!($log, 6),
            4 if $get!($log, 7) == 0 => $get!($log, 8),
            4 if $get!($log, 9) == 9 => $get!($log, 1),
            _ => $get!($log, 2),
        };
        let place;
        (array[$get!($log, 0) as usize], place) = ($get!($log, 1), $get!($log, 2));
        let text = format!("{} {} {}", $get!($log, 3), $get!($log, 4), $get!($log, 5));
        let closure = |a: u32, b: u32| a * b;
        format!(
            "{} {} {} {:?} {:?} {:?} {:?} {:?} {} {} {} {} {} {}",
            sum, called, method, tuple, array, table.0, overloaded, range, lazy, nested, chosen,
            place, text, closure($get!($log, 6), $get!($log, 7)),
        )
    }};
}

fn called(log: &Log) -> String {
    expressions!(call, log)
}

fn awaited(log: &Log) => static impl Future<Turns, Return = String> {
    expressions!(suspend, log)
}

fn main() {
    let log = Log::default();
    let expected = called(&log);
    let order = log.take();
    assert!(order.len() > 45);

    let mut frame = pin!(awaited(&log));
    let mut blocked = vec![];
    let text = loop {
        match frame.as_mut().resume(&mut Turns) {
            State::Blocked(n) => blocked.push(n),
            State::Complete(text) => break text,
        }
    };
    assert_eq!(text, expected);
    assert_eq!(log.take(), order);
    assert_eq!(blocked, order);
}
