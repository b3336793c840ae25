//! The first prime numbers, found by trial division with the ones found before.
//!
//! `primes 20` prints the first twenty.

#![feature(native_generators)]

use std::env;
use std::error::Error;

/// All prime numbers, in order. Nobody has to say where it ends: the caller just stops asking.
fn primes() => impl Iterator<Item = u64> {
    let mut found: Vec<u64> = Vec::new();
    for n in 2.. {
        if found.iter().take_while(|&p| p * p <= n).all(|p| n % p != 0) {
            found.push(n);
            yield n;
        }
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let count = env::args().nth(1).ok_or("usage: primes COUNT")?.parse()?;
    for prime in primes().take(count) {
        println!("{prime}");
    }
    Ok(())
}
