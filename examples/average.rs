//! Running averages of the numbers on standard input: over all so far, and over the last three.

#![feature(native_generators)]

use std::collections::VecDeque;
use std::error::Error;
use std::generator::{Arg, Generator, State};
use std::io;

/// Is sent numbers, and answers each with the average of all so far.
fn overall() => impl Generator<Arg<f64>, Yield = f64, Return = ()> {
    let mut sum = yield 0.0;
    for count in 1.. {
        sum += yield sum / f64::from(count);
    }
}

/// Is sent numbers, and answers each with the average of the last few.
fn moving(window: usize) => impl Generator<Arg<f64>, Yield = f64, Return = ()> {
    let mut last = VecDeque::with_capacity(window);
    let mut average = 0.0;
    loop {
        let number = yield average;
        if last.len() == window {
            last.pop_front();
        }
        last.push_back(number);
        average = last.iter().sum::<f64>() / last.len() as f64;
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let (mut overall, mut moving) = (overall(), moving(3));
    overall.start();
    moving.start();
    println!("{:>8} {:>8} {:>8}", "number", "overall", "last 3");
    for line in io::stdin().lines() {
        let number = line?.trim().parse()?;
        let (State::Yielded(all), State::Yielded(few)) =
            (overall.send(number), moving.send(number))
        else {
            unreachable!("averages never end");
        };
        println!("{number:8.2} {all:8.2} {few:8.2}");
    }
    Ok(())
}
