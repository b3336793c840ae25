//! What every timed program has around what it measures.
//!
//! `PROGRAM CASE UNITS MILLISECONDS` makes passes of `UNITS` units of work each. The first is not timed:
//! it builds the inputs and fills the caches. Then come as many as it takes to fill the time, and one at
//! the least. The program prints the nanoseconds that a unit took and the checksum of a pass.
//! `measure.hpp` has the same for C++.

use std::env;
use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// Something to measure: its name, and a function that does this much work and returns a checksum.
pub type Case = (&'static str, fn(u64) -> u64);

/// The `main` of a program that measures these cases.
pub fn main(cases: &[Case]) -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let [name, units, milliseconds] = args.as_slice() else { return usage(cases) };
    let case = cases.iter().find(|(known, _)| known == name);
    let (Some((_, work)), Ok(units), Ok(milliseconds)) =
        (case, units.parse::<u64>(), milliseconds.parse::<u64>())
    else {
        return usage(cases);
    };
    let (nanoseconds, checksum) = measure(*work, units, Duration::from_millis(milliseconds));
    println!("{nanoseconds} {checksum}");
    ExitCode::SUCCESS
}

fn measure(work: fn(u64) -> u64, units: u64, time: Duration) -> (f64, u64) {
    let checksum = black_box(work(black_box(units)));
    let mut passes = 0;
    let start = Instant::now();
    loop {
        assert_eq!(work(black_box(units)), checksum, "two passes came to different ends");
        passes += 1;
        let taken = start.elapsed();
        if taken >= time {
            return (taken.as_nanos() as f64 / (units * passes) as f64, checksum);
        }
    }
}

fn usage(cases: &[Case]) -> ExitCode {
    let names: Vec<&str> = cases.iter().map(|(name, _)| *name).collect();
    eprintln!("usage: PROGRAM CASE UNITS MILLISECONDS, where CASE is one of {}", names.join(", "));
    ExitCode::from(2)
}

/// Adds up what an iterator gives, as a `for` loop does it.
pub fn sum<T: Into<u64>>(values: impl IntoIterator<Item = T>) -> u64 {
    let mut sum = 0u64;
    for value in values {
        sum = sum.wrapping_add(value.into());
    }
    sum
}

/// A sequence of numbers that looks random and is the same everywhere.
pub struct Numbers(u64);

impl Numbers {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }
}

impl Iterator for Numbers {
    type Item = u64;

    fn next(&mut self) -> Option<u64> {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        Some(self.0)
    }
}
