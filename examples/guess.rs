//! Guesses a number from 1 to 100. Answer each guess on standard input with `higher`, `lower`
//! or `yes`.
//!
//! The strategy is a generator that asks and is told; the program around it does the talking.

#![feature(native_generators)]

use std::cmp::Ordering;
use std::generator::{Arg, Generator, State};
use std::io;

/// Yields guesses, is sent how the number compares to each, and returns the number of guesses,
/// or `None` if no number fits the answers.
fn search(
    mut low: u32,
    mut high: u32,
) => impl Generator<Arg<Ordering>, Yield = u32, Return = Option<u32>> {
    let mut guesses = 0;
    while low <= high {
        let guess = low.midpoint(high);
        guesses += 1;
        match (yield guess) {
            Ordering::Less => high = guess - 1,
            Ordering::Equal => return Some(guesses),
            Ordering::Greater => low = guess + 1,
        }
    }
    None
}

fn main() -> io::Result<()> {
    let mut search = search(1, 100);
    let mut answers = io::stdin().lines();
    let mut state = search.start();
    let guesses = loop {
        let guess = match state {
            State::Yielded(guess) => guess,
            State::Complete(guesses) => break guesses,
        };
        println!("Is it {guess}?");
        let Some(answer) = answers.next().transpose()? else { return Ok(()) };
        match answer.trim() {
            "higher" => state = search.send(Ordering::Greater),
            "lower" => state = search.send(Ordering::Less),
            "yes" => state = search.send(Ordering::Equal),
            _ => println!("Please say higher, lower or yes."),
        }
    };
    match guesses {
        Some(guesses) => println!("Found in {guesses} guesses."),
        None => println!("No number fits these answers."),
    }
    Ok(())
}
