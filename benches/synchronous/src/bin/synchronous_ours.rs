//! The same as code that is generic over its executor, run with `()`, which never blocks.

#![feature(native_generators)]

use std::generator::{self, Executor, Future, Stream};
use std::process::ExitCode;

use synchronous::{hashed, repeat};

/// Where bytes come from. A socket would be another.
trait Source<E: Executor> {
    fn byte(&mut self) => impl Future<E, Return = Option<u8>>;
}

struct Reader<'a> {
    bytes: &'a [u8],
}

impl<E: Executor> Source<E> for Reader<'_> {
    fn byte(&mut self) => impl Future<E, Return = Option<u8>> {
        let (byte, rest) = self.bytes.split_first()?;
        self.bytes = rest;
        Some(*byte)
    }
}

fn length<E: Executor, S: Source<E>>(source: &mut S) => impl Future<E, Return = Option<u32>> {
    let first = await source.byte()?;
    if first < 128 {
        return Some(u32::from(first));
    }
    let second = await source.byte()?;
    Some(u32::from(first & 127) << 8 | u32::from(second))
}

fn record<E: Executor, S: Source<E>>(
    source: &mut S,
    hash: u64,
) => impl Future<E, Return = Option<u64>> {
    let mut hash = hash;
    for _ in 0..await length(source)? {
        hash = hashed(hash, await source.byte()?);
    }
    Some(hash)
}

fn all_records<E: Executor, S: Source<E>>(source: &mut S) => impl Future<E, Return = u64> {
    let mut hash = 0;
    while let Some(next) = await record(source, hash) {
        hash = next;
    }
    hash
}

#[inline(never)]
fn records(bytes: &[u8]) -> u64 {
    let mut reader = Reader { bytes };
    generator::run(all_records(&mut reader))
}

fn numbers<E: Executor>(count: u64) => impl Stream<E, Yield = u64, Return = ()> {
    for number in 0..count {
        yield number;
    }
}

fn wanted<E: Executor>(count: u64) => impl Stream<E, Yield = u64, Return = ()> {
    await for number in numbers(count) {
        if number & 3 != 0 {
            yield number;
        }
    }
}

fn mean_of<E: Executor>(count: u64) => impl Future<E, Return = u64> {
    let (mut sum, mut weight) = (0u64, 0u64);
    await for number in wanted(count) {
        sum = hashed(sum, number as u8);
        weight += 1;
    }
    sum / weight.max(1)
}

#[inline(never)]
fn mean(count: u64) -> u64 {
    generator::run(mean_of(count))
}

fn outer<E: Executor>(number: u64) => impl Future<E, Return = u64> {
    await inner(number) ^ await inner(number + 1)
}

fn inner<E: Executor>(number: u64) => impl Future<E, Return = u64> {
    if number & 1 == 0 { number >> 1 } else { await innermost(number) }
}

fn innermost<E: Executor>(number: u64) => impl Future<E, Return = u64> {
    number.wrapping_mul(3) + 1
}

fn all_steps<E: Executor>(count: u64) => impl Future<E, Return = u64> {
    let mut total = 0;
    for number in 0..count {
        total = hashed(total, await outer(number) as u8);
    }
    total
}

#[inline(never)]
fn steps(count: u64) -> u64 {
    generator::run(all_steps(count))
}

fn main() -> ExitCode {
    measure::main(&[("records", |n| repeat(n, records)), ("stream", mean), ("calls", steps)])
}
