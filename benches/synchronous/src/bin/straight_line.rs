//! The straight-line functions: ordinary code that does what the generic code is to come to.

use std::process::ExitCode;

use synchronous::{hashed, repeat};

struct Reader<'a> {
    bytes: &'a [u8],
}

impl Reader<'_> {
    fn byte(&mut self) -> Option<u8> {
        let (byte, rest) = self.bytes.split_first()?;
        self.bytes = rest;
        Some(*byte)
    }
}

fn length(reader: &mut Reader<'_>) -> Option<u32> {
    let first = reader.byte()?;
    if first < 128 {
        return Some(u32::from(first));
    }
    let second = reader.byte()?;
    Some(u32::from(first & 127) << 8 | u32::from(second))
}

fn record(reader: &mut Reader<'_>, hash: u64) -> Option<u64> {
    let mut hash = hash;
    for _ in 0..length(reader)? {
        hash = hashed(hash, reader.byte()?);
    }
    Some(hash)
}

#[inline(never)]
fn records(bytes: &[u8]) -> u64 {
    let mut reader = Reader { bytes };
    let mut hash = 0;
    while let Some(next) = record(&mut reader, hash) {
        hash = next;
    }
    hash
}

#[inline(never)]
fn mean(count: u64) -> u64 {
    let (mut sum, mut weight) = (0u64, 0u64);
    for number in 0..count {
        if number & 3 != 0 {
            sum = hashed(sum, number as u8);
            weight += 1;
        }
    }
    sum / weight.max(1)
}

/// Three levels of calls for each step.
#[inline(never)]
fn steps(count: u64) -> u64 {
    fn outer(number: u64) -> u64 {
        inner(number) ^ inner(number + 1)
    }
    fn inner(number: u64) -> u64 {
        if number & 1 == 0 { number >> 1 } else { innermost(number) }
    }
    fn innermost(number: u64) -> u64 {
        number.wrapping_mul(3) + 1
    }
    let mut total = 0;
    for number in 0..count {
        total = hashed(total, outer(number) as u8);
    }
    total
}

fn main() -> ExitCode {
    measure::main(&[("records", |n| repeat(n, records)), ("stream", mean), ("calls", steps)])
}
