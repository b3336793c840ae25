//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// `yield..` has the low precedence of `yield`: ranges, operators, casts, `?` and `await` to its
// right belong to its operand, and it stands in parentheses where an operator takes it.

#![feature(native_generators)]

use std::generator::{self, Future, Generator, State, Stream, ready};
use std::iter::Chain;
use std::ops::{Add, BitOr, Range};

#[derive(Clone)]
struct Many(Vec<u32>);

impl Add for Many {
    type Output = Many;

    fn add(mut self, other: Many) -> Many {
        self.0.extend(other.0);
        self
    }
}

impl BitOr<u32> for Many {
    type Output = Chain<std::vec::IntoIter<u32>, Range<u32>>;

    fn bitor(self, end: u32) -> Self::Output {
        self.0.into_iter().chain(7..end)
    }
}

impl IntoIterator for Many {
    type Item = u32;
    type IntoIter = std::vec::IntoIter<u32>;

    fn into_iter(self) -> std::vec::IntoIter<u32> {
        self.0.into_iter()
    }
}

fn part(n: u32) => impl Stream<(), Yield = u32, Return = u32> {
    yield n;
    n * 10
}

fn lengths(n: u32) => impl Future<(), Return = Result<Range<u32>, String>> {
    if n == 0 { Err("zero".to_string()) } else { Ok(n..n + 2) }
}

fn ranges(a: u32, b: u32) => impl Iterator<Item = u32> {
    yield.. a..b;
    yield.. a + 1..b * 2;
    yield.. a..=b;
    yield.. (a..b).chain(b..b + 1).rev();
    yield ..(a..b).map(|n| n + 100);
    yield..a..b;
}

fn operators(a: Many, b: Many) => impl Iterator<Item = u32> {
    yield.. (a.clone() + b.clone()).0;
    yield.. a.clone() | 6 + 2;
    yield.. if a.0.is_empty() { b.clone() } else { a.clone() }.0;
    yield.. match b.0.len() { 0 => None, n => Some(n as u32) };
    yield.. { b.0 };
    yield.. [300u32 as u8 as u32, 1 + 1];
    yield.. (|n| [n, n])(a.0[0]);
}

fn awaited(n: u32) => impl Generator<Yield = u32, Return = Result<u32, String>> {
    yield.. await lengths(n)?;
    yield.. lengths(n + 1).await?.rev();
    yield.. await ready(await lengths(n)?.start..3);
    yield await ready(50);
    yield.. Some(await ready(60)).into_iter().chain(await ready(None));
    Ok(n)
}

fn operand() => impl Generator<Yield = u32, Return = u32> {
    let sum = (yield.. part(1)) + (yield.. part(2)) * 2;
    let negative = !(yield.. part(3)) as u8;
    let mut last = 0;
    last += yield.. part(4);
    let nested = yield.. part(yield.. part(5));
    yield yield.. part(6);
    let closure = || => { yield.. part(7) };
    assert_eq!(yield.. closure(), 70);
    return yield.. part(sum + u32::from(negative) + last + nested);
}

fn main() {
    let all = [1, 2, 2, 3, 4, 5, 1, 2, 3, 3, 2, 1, 101, 102, 1, 2];
    assert_eq!(ranges(1, 3).collect::<Vec<_>>(), all);
    let all = [1, 2, 1, 7, 1, 1, 2, 44, 2, 1, 1];
    assert_eq!(operators(Many(vec![1]), Many(vec![2])).collect::<Vec<_>>(), all);

    let drain = |mut frame: generator::Boxed<'static, (), u32, Result<u32, String>>| {
        let mut all = vec![];
        loop {
            match frame.step(&mut ()) {
                State::Yielded(n) => all.push(n),
                State::Complete(end) => return (all, end),
            }
        }
    };
    use std::generator::IntoBox;
    assert_eq!(drain(awaited(1).into_box()), (vec![1, 2, 3, 2, 1, 2, 50, 60], Ok(1)));
    assert_eq!(drain(awaited(0).into_box()), (vec![], Err("zero".to_string())));
    let last = 50 + u32::from(!30u32 as u8) + 40 + 500;
    assert_eq!(
        drain(operand().map_return(Ok).into_box()),
        (vec![1, 2, 3, 4, 5, 50, 6, 60, 7, last], Ok(last * 10)),
    );
}
